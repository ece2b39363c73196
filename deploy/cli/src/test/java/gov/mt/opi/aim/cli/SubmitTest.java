package gov.mt.opi.aim.cli;

import static gov.mt.opi.aim.cli.RecordedIntake.ID;
import static gov.mt.opi.aim.cli.RecordedIntake.SUBMISSION;
import static gov.mt.opi.aim.cli.RecordedIntake.SUBMISSIONS;
import static gov.mt.opi.aim.cli.RecordedIntake.refusal;
import static gov.mt.opi.aim.cli.RecordedIntake.submission;
import static gov.mt.opi.aim.cli.RecordedIntake.summary;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way: what is sent, what is told, and the exit code. */
class SubmitTest {

    private static final String CONTENT = "HD\t03/15/2007\t16:00:00\tMT1.3\nSD\t63\n";

    @TempDir
    Path folder;

    private RecordedIntake intake;
    private String file;

    @BeforeEach
    void start() throws IOException {
        intake = new RecordedIntake();
        file = Files.writeString(folder.resolve("63_03152007.tsv"), CONTENT).toString();
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    private void takes(String... later) {
        intake.on("POST", SUBMISSIONS, 202, submission("RECEIVED", 2, 2, 0, 0));
        for (String answer : later) {
            intake.on("GET", SUBMISSION, 200, answer);
        }
        intake.on("GET", SUBMISSION + "/findings/summary", 200, summary());
    }

    @Test
    void sendsTheBytesUnderTheNameOfTheFile() {
        takes(submission("COMPLETED", 2, 0, 2, 0));

        Run.aim(intake, "submit", file);

        assertThat(intake.requests())
                .filteredOn(request -> request.method().equals("POST"))
                .singleElement()
                .satisfies(request -> {
                    assertThat(request.address()).isEqualTo(SUBMISSIONS + "?fileName=63_03152007.tsv");
                    assertThat(request.body()).isEqualTo(CONTENT);
                    assertThat(request.authorization()).isEqualTo("Basic ZGlzdHJpY3QtNjM6c2VjcmV0");
                });
    }

    @Test
    void followsUntilEveryLineHasItsOutcomeAndEndsWith0WhenNothingWasRejected() {
        takes(submission("PROCESSING", 2, 1, 1, 0), submission("COMPLETED", 2, 0, 2, 0));

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("completed, nothing rejected of 2 records");
    }

    @Test
    void endsWith1AndNamesTheRulesWhenALineWasRejected() {
        takes(submission("COMPLETED", 2, 0, 1, 1));

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out())
                .contains("1 of 2 records rejected")
                .contains("ERROR     SD-103  Birth Date is not written MM/DD/YYYY. (line 3)")
                .contains("aim rejected " + ID);
    }

    @Test
    void heldIsNotRejectedButSaid() {
        takes(submission("COMPLETED", 2, 0, 1, 0).replace("\"held\":0", "\"held\":1"));

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("1 held: kept until a person or another district acts. Held is not rejected.");
    }

    @Test
    void endsWith3AndSaysWithItsHintWhyAFileWasRefused() {
        intake.on("POST", SUBMISSIONS, 422, refusal());

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("refused, nothing of it was taken")
                .contains("line 1  FATAL HDR-001")
                .contains("The first line is not the header.")
                .contains("Begin the file with an HD line.");
    }

    @Test
    void aFileOfAnotherDistrictIsRefused() {
        intake.on("POST", SUBMISSIONS, 403, refusal().replace("HDR-001", "FILE-008"));

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("FILE-008");
    }

    @Test
    void aCallerWhoMayNotSubmitIsToldInOneLine() {
        intake.on("POST", SUBMISSIONS, 403, "{\"detail\":\"Your role does not allow this call.\"}");

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("aim: Your role does not allow this call.\n");
    }

    @Test
    void ofSeveralFilesTheGravestDecides() throws IOException {
        intake.on("POST", SUBMISSIONS, 422, refusal());
        takes(submission("COMPLETED", 2, 0, 2, 0));
        String second =
                Files.writeString(folder.resolve("63_03162007.tsv"), CONTENT).toString();

        Run run = Run.aim(intake, "submit", file, second);

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out()).contains("refused", "nothing rejected");
        assertThat(intake.addresses("POST")).hasSize(2);
    }

    @Test
    void afterAFailureTheLaterFilesStayHereBecauseTheOrderCounts() throws IOException {
        intake.on("POST", SUBMISSIONS, 507, "{\"detail\":\"We have no room for the file at the moment.\"}");
        String second =
                Files.writeString(folder.resolve("63_03162007.tsv"), CONTENT).toString();

        Run run = Run.aim(intake, "submit", file, second);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("We have no room", "Not sent", "63_03162007.tsv");
        assertThat(intake.addresses("POST")).hasSize(1);
    }

    @Test
    void nothingIsSentWhenOneOfTheFilesIsNotThere() {
        Run run = Run.aim(
                intake, "submit", file, folder.resolve("63_03162007.tsv").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("aim: There is no file ").hasLineCount(1);
        assertThat(intake.requests()).isEmpty();
    }

    @Test
    void sendsAFileOnlyWhenTheCallerIsKnown() {
        intake.forget("GET", SUBMISSIONS).on("GET", SUBMISSIONS, 401, "{\"detail\":\"Sign in.\"}");

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("AIM does not know the user district-63 with this password");
        assertThat(run.err()).doesNotContain("secret");
        assertThat(intake.addresses("POST")).isEmpty();
    }

    @Test
    void passesOptionsOn() {
        takes(submission("COMPLETED", 2, 0, 2, 0));

        Run.aim(intake, "submit", "--again", "--adopt-state-ids", "--expect", "2", file);

        assertThat(intake.addresses("POST"))
                .containsExactly(
                        SUBMISSIONS + "?fileName=63_03152007.tsv&again=true&adoptStateIds=true&expectedRecords=2");
    }

    @Test
    void aMendedFileIsSentUnderTheNameThatAimReads() throws IOException {
        takes(submission("COMPLETED", 2, 0, 2, 0));
        String mended = Files.writeString(folder.resolve("mended.txt"), CONTENT).toString();

        Run.aim(intake, "submit", mended, "--as", "63_03162007.tsv");

        assertThat(intake.addresses("POST")).containsExactly(SUBMISSIONS + "?fileName=63_03162007.tsv");
    }

    @Test
    void oneMistakeOnManyLinesIsNamedOnce() {
        takes(submission("COMPLETED", 2, 0, 0, 2));
        intake.forget("GET", SUBMISSION + "/findings/summary")
                .on(
                        "GET",
                        SUBMISSION + "/findings/summary",
                        200,
                        "{\"items\":[{\"ruleId\":\"XS-012\",\"severity\":\"ERROR\",\"count\":901,\"firstLines\":[2,3],"
                                + "\"message\":\"School is not registered.\",\"causes\":["
                                + "{\"value\":\"999\",\"count\":900,\"firstLines\":[2,3]},"
                                + "{\"value\":\"998\",\"count\":1,\"firstLines\":[7]}]}],\"total\":1}");

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.out())
                .contains("901  ERROR     XS-012  School is not registered. (lines 2, 3, ...)")
                .contains("  999: 900 times (lines 2, 3, ...)")
                .doesNotContain("998");
    }

    @Test
    void validateOnlyChecks() {
        takes(submission("COMPLETED", 2, 0, 2, 0).replace("\"submit\"", "\"validate\""));

        Run run = Run.aim(intake, "validate", file);

        assertThat(intake.addresses("POST")).containsExactly(SUBMISSIONS + "?fileName=63_03152007.tsv&mode=validate");
        assertThat(run.out()).contains("It was only checked: nothing of it is stored");
    }

    @Test
    void doesNotWaitWhenNobodyWants() {
        takes(submission("COMPLETED", 2, 0, 2, 0));

        Run run = Run.aim(intake, "submit", "--no-wait", file);

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("on its way, 2 of 2 records without outcome yet", "aim status --wait " + ID);
        assertThat(intake.addresses("GET")).containsExactly(SUBMISSIONS + "?size=1");
    }

    @Test
    void aDuplicateIsToldAndItsEarlierOutcomeCounts() {
        intake.on(
                        "POST",
                        SUBMISSIONS,
                        200,
                        submission("COMPLETED", 2, 0, 1, 1).replace("\"duplicate\":false", "\"duplicate\":true"))
                .on("GET", SUBMISSION + "/findings/summary", 200, summary());

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("The same bytes were sent before", "--again");
    }

    @Test
    void withJsonTheOutputIsOneObjectAndNothingElse() throws IOException {
        takes(submission("PROCESSING", 2, 1, 1, 0), submission("COMPLETED", 2, 0, 1, 1));

        Run run = Run.aim(intake, "submit", "--json", file);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.json().path("exitCode").asInt()).isEqualTo(1);
        assertThat(run.json().path("id").asText()).isEqualTo(ID);
        assertThat(run.json().path("records").path("rejected").asInt()).isEqualTo(1);
        assertThat(run.json().path("summary").path(0).path("ruleId").asText()).isEqualTo("SD-103");
    }

    @Test
    void aRefusalIsJsonToo() throws IOException {
        intake.on("POST", SUBMISSIONS, 422, refusal());

        Run run = Run.aim(intake, "--json", "submit", file);

        assertThat(run.json().path("status").asText()).isEqualTo("REFUSED");
        assertThat(run.json().path("exitCode").asInt()).isEqualTo(3);
        assertThat(run.json()
                        .path("problem")
                        .path("findings")
                        .path(0)
                        .path("ruleId")
                        .asText())
                .isEqualTo("HDR-001");
    }

    @Test
    void withoutATerminalProgressIsPlainLinesBesideTheOutput() {
        takes(submission("PROCESSING", 2, 1, 1, 0), submission("COMPLETED", 2, 0, 2, 0));

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.err())
                .contains(
                        "63_03152007.tsv: 35 of 35 bytes sent\n",
                        "63_03152007.tsv: 0 of 2 lines have their outcome\n",
                        "63_03152007.tsv: 2 of 2 lines have their outcome\n")
                .doesNotContain("\r", "\u001b");
        assertThat(run.out()).doesNotContain("\u001b", "have their outcome");
    }

    @Test
    void onATerminalProgressIsABar() {
        takes(submission("PROCESSING", 2, 1, 1, 0), submission("COMPLETED", 2, 0, 2, 0));

        Run run = Run.onATerminal(intake, Map.of(), "submit", file);

        assertThat(run.err())
                .contains("[===============               ]  50%  1 of 2 lines")
                .endsWith("\r\u001b[K");
        assertThat(run.out()).contains("\u001b[32m");
    }

    @Test
    void noColorIsRespected() {
        takes(submission("COMPLETED", 2, 0, 1, 1));

        Run run = Run.onATerminal(intake, Map.of("NO_COLOR", "1"), "submit", "-q", file);

        assertThat(run.out()).doesNotContain("\u001b");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void triesAgainWhileTheServiceIsAway() {
        intake.forget("GET", SUBMISSIONS)
                .onAway("GET", SUBMISSIONS, 503)
                .on("GET", SUBMISSIONS, 200, "{\"items\":[],\"total\":0}")
                .onAway("POST", SUBMISSIONS, 502);
        takes(submission("COMPLETED", 2, 0, 2, 0));
        intake.onAway("GET", SUBMISSION, 503);

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isZero();
        assertThat(intake.addresses("POST")).hasSize(2);
        assertThat(run.err()).contains("is not ready. Trying again for 30 seconds.");
    }

    @Test
    void whatIsToBeProcessedAgainIsNotSentTwiceWhenTheFirstMayHaveBeenTaken() {
        intake.onAway("POST", SUBMISSIONS, 502);

        Run run = Run.aim(intake, "submit", "--again", file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(intake.addresses("POST")).hasSize(1);
    }

    @Test
    void afterTheTimeoutItSaysHowToGoOn() {
        takes(submission("PROCESSING", 2, 1, 1, 0));

        Run run = Run.aim(intake, "submit", "--timeout", "0", "--json", file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("Not ready after 0 seconds. AIM has the file", "aim status --wait " + ID);
        assertThat(run.out()).contains("\"status\":\"RECEIVED\"", "\"exitCode\":4", "\"error\":");
    }

    @Test
    void aLastingFailureOfTheServiceEndsWith4() {
        takes(submission("FAILED", 2, 2, 0, 0)
                .replace("\"status\"", "\"failure\":\"The kept file is gone.\",\"status\""));

        Run run = Run.aim(intake, "submit", "--patience", "0", file);

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).contains("AIM failed at this file, not because of its data: The kept file is gone.");
    }

    @Test
    void aFailureThatTheServiceMendedIsForgotten() {
        takes(submission("FAILED", 2, 2, 0, 0), submission("COMPLETED", 2, 0, 2, 0));

        Run run = Run.aim(intake, "submit", file);

        assertThat(run.exitCode()).isZero();
    }

    @Test
    void replayFollowsTheNewSubmission() {
        intake.on(
                        "POST",
                        SUBMISSION + "/replay",
                        202,
                        submission("RECEIVED", 2, 2, 0, 0).replace(ID, "0192-new"))
                .on(
                        "GET",
                        SUBMISSIONS + "/0192-new",
                        200,
                        submission("COMPLETED", 2, 0, 1, 1).replace(ID, "0192-new"))
                .on("GET", SUBMISSIONS + "/0192-new/findings/summary", 200, summary());

        Run run = Run.aim(intake, "replay", ID);

        assertThat(run.exitCode()).isEqualTo(1);
        assertThat(run.out()).contains("submission 0192-new");
        assertThat(List.copyOf(intake.addresses("POST"))).containsExactly(SUBMISSION + "/replay");
    }
}
