package gov.mt.opi.aim.cli;

import static gov.mt.opi.aim.cli.RecordedIntake.ID;
import static gov.mt.opi.aim.cli.RecordedIntake.SUBMISSION;
import static gov.mt.opi.aim.cli.RecordedIntake.SUBMISSIONS;
import static gov.mt.opi.aim.cli.RecordedIntake.finding;
import static gov.mt.opi.aim.cli.RecordedIntake.submission;
import static gov.mt.opi.aim.cli.RecordedIntake.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Questions about a submission, and files of answers. */
class AskTest {

    @TempDir
    Path folder;

    private RecordedIntake intake;

    @BeforeEach
    void start() throws IOException {
        intake = new RecordedIntake();
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    @ParameterizedTest
    @CsvSource({
        "COMPLETED, 0, 0",
        "COMPLETED, 1, 1",
        "PROCESSING, 0, 0",
        "PROCESSING, 1, 1",
        "REFUSED, 0, 3",
        "FAILED, 0, 4"
    })
    void statusEndsWithWhatBecameOfTheSubmission(String status, int rejected, int exitCode) {
        intake.on("GET", SUBMISSION, 200, submission(status, 2, 0, 2 - rejected, rejected))
                .on("GET", SUBMISSION + "/findings/summary", 200, summary());

        assertThat(Run.aim(intake, "status", ID).exitCode()).isEqualTo(exitCode);
    }

    @Test
    void statusWithoutAnIdIsThatOfTheLatest() {
        intake.on("GET", SUBMISSION + "/findings/summary", 200, "{\"items\":[],\"total\":0}");

        Run run = Run.aim(intake, "status");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("submission " + ID);
        assertThat(run.err()).isEqualTo("The latest submission: 63_03152007.tsv, " + ID + "\n");
    }

    @Test
    void saysThatThereIsNothingYet() {
        intake.forget("GET", SUBMISSIONS).on("GET", SUBMISSIONS, 200, "{\"items\":[],\"total\":0}");

        Run run = Run.aim(intake, "findings");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("aim: There is no submission yet.\n");
    }

    @Test
    void anUnknownSubmissionIsOneLine() {
        intake.on("GET", SUBMISSIONS + "/0192", 404, "{\"detail\":\"There is no submission 0192.\"}");

        Run run = Run.aim(intake, "status", "0192");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("aim: There is no submission 0192.\n");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void statusListsTheNewest() {
        Run run = Run.aim(intake, "status", "--last", "10");

        assertThat(run.out()).hasLineCount(2).contains("63_03152007.tsv", "completed", ID);
        assertThat(intake.addresses("GET")).containsExactly(SUBMISSIONS + "?size=10");
    }

    @Test
    void findingsAreShownWithTheirHints() {
        intake.on("GET", SUBMISSION + "/findings", 200, "{\"items\":[" + finding(3) + "],\"total\":1}");

        Run run = Run.aim(intake, "findings", ID, "--severity", "error", "--rule", "sd-103", "--type", "SD");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .isEqualTo("line 3 SD field 10 Birth Date  ERROR SD-103\n"
                        + "  Birth Date `3/4/1996` is not written MM/DD/YYYY.\n  Write two digits.\n");
        assertThat(intake.addresses("GET"))
                .containsExactly(SUBMISSION + "/findings?severity=ERROR&ruleId=SD-103&recordType=SD&page=0&size=200");
    }

    @Test
    void findingsBeyondTheLimitAreCounted() {
        intake.on(
                "GET",
                SUBMISSION + "/findings",
                200,
                "{\"items\":[" + finding(3) + "," + finding(4) + "],\"total\":1200}");

        Run run = Run.aim(intake, "findings", ID, "--limit", "2");

        assertThat(run.err()).startsWith("2 of 1,200 findings are shown. All of them: aim findings " + ID + " --csv");
    }

    @Test
    void findingsAsJsonAreAllPagesInOne() throws IOException {
        intake.on("GET", SUBMISSION + "/findings", 200, page(0, finding(3), finding(4)))
                .on("GET", SUBMISSION + "/findings", 200, page(1, finding(5)));

        Run run = Run.aim(intake, "findings", ID, "--json");

        assertThat(run.json().path("items").findValuesAsText("line")).containsExactly("3", "4", "5");
        assertThat(run.json().path("total").asInt()).isEqualTo(3);
        assertThat(run.json().path("capped").isBoolean()).isTrue();
        assertThat(run.json().has("page")).isFalse();
    }

    @Test
    void whatWouldSteerATerminalIsNotPrinted() {
        intake.on(
                "GET",
                SUBMISSION + "/findings",
                200,
                "{\"items\":[" + finding(3).replace("3/4/1996", "\\u001b[2J\\u0007") + "],\"total\":1}");

        assertThat(Run.aim(intake, "findings", ID).out()).doesNotContain("\u001b", "\u0007");
    }

    @ParameterizedTest
    @CsvSource({"--csv, text/csv", "--tsv, text/tab-separated-values"})
    void findingsAreWrittenToAFile(String option, String mediaType) throws IOException {
        intake.on("GET", SUBMISSION + "/findings", 200, mediaType, "line,ruleId\n3,SD-103\n");
        Path file = folder.resolve("findings");

        Run run = Run.aim(intake, "findings", ID, option, file.toString());

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(file).hasContent("line,ruleId\n3,SD-103\n");
        assertThat(intake.requests().get(0).accept()).startsWith(mediaType + ",");
    }

    @Test
    void stateIdsComeHere() {
        intake.on(
                "GET", SUBMISSION + "/state-ids", 200, "text/tab-separated-values", "districtNumber\tlocalId\n63\t1\n");

        assertThat(Run.aim(intake, "state-ids", ID).out()).isEqualTo("districtNumber\tlocalId\n63\t1\n");
    }

    @Test
    void stateIdsAsJson() throws IOException {
        intake.on("GET", SUBMISSION + "/state-ids", 200, "{\"items\":[{\"localId\":\"1\"}],\"total\":1}");

        assertThat(Run.aim(intake, "state-ids", ID, "--json")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void rejectedLinesAreWrittenToAFileThatOnlyItsOwnerReads() throws IOException {
        intake.on("GET", SUBMISSION + "/rejected-records", 200, "text/tab-separated-values", "SD\t63\t3\tSD-103\n");
        Path file = Files.writeString(folder.resolve("rejected.tsv"), "older");

        Run run = Run.aim(intake, "rejected", ID, "-o", file.toString(), "--json");

        assertThat(run.json().path("bytes").asInt()).isEqualTo(15);
        assertThat(file).hasContent("SD\t63\t3\tSD-103\n");
        assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    }

    @Test
    void rejectedLinesComeAsAFileToMendAndSend() {
        intake.on("GET", SUBMISSION + "/rejected-records", 200, "text/tab-separated-values", "HD\nSD\t63\n");

        Run run = Run.aim(intake, "rejected", ID, "--ready");

        assertThat(run.out()).isEqualTo("HD\nSD\t63\n");
        assertThat(intake.addresses("GET")).containsExactly(SUBMISSION + "/rejected-records?forResubmission=true");
    }

    @Test
    void aDownloadThatFailsLeavesTheFileAsItWas() throws IOException {
        intake.on("GET", SUBMISSION + "/rejected-records", 404, "{\"detail\":\"There is no submission.\"}");
        Path file = Files.writeString(folder.resolve("rejected.tsv"), "older");

        Run run = Run.aim(intake, "rejected", ID, "-o", file.toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(file).hasContent("older");
        assertThat(folder.toFile().list()).containsExactly("rejected.tsv");
    }

    @Test
    void aFolderThatIsNotThereIsOneLine() {
        Run run = Run.aim(
                intake, "rejected", ID, "-o", folder.resolve("none/file.tsv").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("aim: There is no folder ").hasLineCount(1);
    }

    @Test
    void historyIsATable() {
        intake.on(
                "GET",
                SUBMISSION + "/history",
                200,
                "[{\"at\":\"2026-11-21T22:58:10Z\",\"by\":\"district-63\",\"what\":\"received\",\"sha256\":\"ab12\"}]");

        Run run = Run.aim(intake, "history", ID);

        assertThat(run.out()).hasLineCount(2).contains("district-63", "received", "sha256 ab12");
    }

    private static String page(int number, String... findings) {
        return "{\"items\":[" + String.join(",", findings) + "],\"page\":" + number
                + ",\"size\":2,\"total\":3,\"capped\":false}";
    }
}
