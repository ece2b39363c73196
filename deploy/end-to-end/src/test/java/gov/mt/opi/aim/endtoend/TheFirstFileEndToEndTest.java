package gov.mt.opi.aim.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Folder;
import gov.mt.opi.aim.local.Ports;
import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.SampleLoad;
import gov.mt.opi.aim.local.SampleResult;
import gov.mt.opi.aim.local.Service;
import gov.mt.opi.aim.local.sample.Montana;
import gov.mt.opi.aim.local.sample.SampleFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** One system for all tests, in order: what a later one finds is what the earlier ones left, as in a real year. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TheFirstFileEndToEndTest {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long SEED = 9;

    private static final PersonalData PERSONAL = new PersonalData();
    private static Ports ports;
    private static Folder folder;
    private static RunningAim aim;
    private static SampleResult first;

    @BeforeAll
    static void start() throws Exception {
        // They stay until the next run, so that the logs of a failed one can be read.
        folder = new Folder(Path.of("target/aim"));
        folder.forget();
        ports = Ports.free();
        aim = new RunningAim(Path.of("../..").toAbsolutePath().normalize(), folder, ports, System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(aim::close));
        aim.start();
    }

    @AfterAll
    static void stop() {
        aim.close();
    }

    @Test
    @Order(1)
    void theSamplesComeOutAsStated() throws Exception {
        first = samples();

        assertThat(first.deviations()).isEmpty();
    }

    @Test
    @Order(2)
    void theSameFilesAgainAreRecognisedAndChangeNothing() throws Exception {
        SampleResult second = samples();

        assertThat(second.files())
                .filteredOn(file -> !file.file().refused())
                .allSatisfy(file -> assertThat(file.duplicate()).isTrue());
        assertThat(second.deviations()).isEmpty();
    }

    @Test
    @Order(3)
    void aFileProcessedAgainOnPurposeLeavesEveryLineUnchanged() throws Exception {
        for (SampleResult.File earlier : first.files()) {
            SampleFile file = earlier.file();
            if (file.refused()) {
                continue;
            }
            JsonNode again = completed(submit(file, "&again=true"));

            assertThat(again.path("id").asText()).isNotEqualTo(earlier.id());
            assertThat(again.path("records").path("unchanged").asInt())
                    .as("unchanged lines of " + file.fileName())
                    .isEqualTo(file.outcomes().get("accepted"));
            assertThat(again.path("records").path("rejected").asInt())
                    .isEqualTo(file.outcomes().getOrDefault("rejected", 0));
        }
        // The first time district 63 was asked about a move; by now the other district has told of it.
        assertThat(samples().deviations()).containsExactly("63_03152007.tsv: findings of XS-028 are 0, not 1");
    }

    @Test
    @Order(4)
    void theCommandLineSendsAFileAndBringsWhatBecameOfIt(@TempDir Path desk) throws Exception {
        SampleFile file = Montana.firstOfYourOwn();
        PERSONAL.addAll(file.content());
        Files.write(desk.resolve(file.fileName()), file.bytes());
        CommandLine commandLine = new CommandLine(aim.address(Service.INTAKE), file.sender(), desk);

        CommandLine.Ended checked = commandLine.run("validate", file.fileName());
        CommandLine.Ended sent = commandLine.run("submit", file.fileName(), "--json");
        String id = sent.json().path("id").asText();
        CommandLine.Ended findings = commandLine.run("findings", id);
        CommandLine.Ended stateIds = commandLine.run("state-ids", id);
        CommandLine.Ended refused = commandLine.run("submit", file.fileName(), "--as", "63_03192007.txt");

        assertThat(checked.exitCode()).as(checked.err()).isEqualTo(1);
        assertThat(checked.out()).contains("1 of 2 records rejected", "nothing of it is stored");
        assertThat(sent.exitCode()).as(sent.err()).isEqualTo(1);
        assertThat(sent.json().path("records").path("accepted").asInt()).isEqualTo(1);
        assertThat(sent.json().path("records").path("rejected").asInt()).isEqualTo(1);
        assertThat(findings.exitCode()).isZero();
        assertThat(findings.out()).contains("line 3 SD field 9 Gender  ERROR SD-094");
        assertThat(stateIds.exitCode()).isZero();
        assertThat(stateIds.out().lines()).hasSize(3).anyMatch(line -> line.endsWith("\tNEW"));
        assertThat(refused.exitCode()).isEqualTo(3);
        assertThat(refused.out()).contains("FATAL FILE-006");
    }

    @Test
    @Order(5)
    void everyLineHasOneOutcomeWhenValidationIsKilledInTheMiddleOfAFile() throws Exception {
        System.out.println("seed " + SEED);
        String content = BigFile.content(SEED);
        PERSONAL.addAll(content);
        int known = studentsOfDistrict9();

        JsonNode submission = aim.as("opi")
                .submit(BigFile.NAME, BigFile.bytes(content), "&adoptStateIds=true")
                .body();
        aim.kill(Service.VALIDATION);
        aim.startAgain(Service.VALIDATION);
        aim.kill(Service.VALIDATION);
        aim.startAgain(Service.VALIDATION);
        JsonNode records = completed(submission).path("records");

        assertThat(records.path("total").asInt()).isEqualTo(BigFile.RECORDS);
        assertThat(records.path("accepted").asInt()).isEqualTo(BigFile.RECORDS);
        for (String none : List.of("pending", "unchanged", "rejected", "held", "stale")) {
            assertThat(records.path(none).asInt()).as(none).isZero();
        }
        assertThat(studentsOfDistrict9()).isEqualTo(known + BigFile.RECORDS);
    }

    @Test
    @Order(6)
    void stopsEverythingItStarted() throws Exception {
        aim.close();

        ports.requireFree();
        assertThat(ProcessHandle.current().descendants()).isEmpty();
    }

    @Test
    @Order(7)
    void noLogHoldsANameABirthDateOrAStateId() throws Exception {
        first.files().forEach(file -> PERSONAL.addAll(file.file().content()));

        assertThat(PERSONAL.isEmpty()).isFalse();
        assertThat(folder.logs()).isDirectoryContaining("glob:**validation-service.log");
        assertThat(PERSONAL.placesIn(folder.logs())).isEmpty();
    }

    private static SampleResult samples() throws IOException, InterruptedException {
        return new SampleLoad(aim, System.out::println).load();
    }

    private static JsonNode submit(SampleFile file, String options) throws IOException, InterruptedException {
        String adopt = file.adoptStateIds() ? "&adoptStateIds=true" : "";
        Api.Answer answer = aim.as(file.sender()).submit(file.fileName(), file.bytes(), adopt + options);
        assertThat(answer.status()).isEqualTo(202);
        return answer.body();
    }

    private static JsonNode completed(JsonNode submission) throws IOException, InterruptedException {
        Api opi = aim.as("opi");
        String path = "/api/v1/submissions/" + submission.path("id").asText();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = opi.get(Service.INTAKE, path);
        while (!now.path("status").asText().equals("COMPLETED")) {
            assertThat(System.nanoTime()).as("still waiting: " + now).isLessThan(deadline);
            Thread.sleep(100);
            now = opi.get(Service.INTAKE, path);
        }
        return now;
    }

    private static int studentsOfDistrict9() throws IOException, InterruptedException {
        return aim.as("opi")
                .get(Service.STATE_STORE, "/api/v1/students?districtNumber=9&size=1")
                .path("total")
                .asInt();
    }
}
