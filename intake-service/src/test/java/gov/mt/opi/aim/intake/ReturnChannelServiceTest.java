package gov.mt.opi.aim.intake;

import static gov.mt.opi.aim.intake.IntakeScene.awaitStatus;
import static gov.mt.opi.aim.intake.IntakeScene.file;
import static gov.mt.opi.aim.intake.IntakeScene.finding;
import static gov.mt.opi.aim.intake.IntakeScene.get;
import static gov.mt.opi.aim.intake.IntakeScene.line;
import static gov.mt.opi.aim.intake.IntakeScene.outcome;
import static gov.mt.opi.aim.intake.IntakeScene.send;
import static gov.mt.opi.aim.intake.IntakeScene.taken;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a clerk gets back: findings, their causes, and the lines to mend. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ReturnChannelServiceTest {

    private static final String NO_HEADER_LINE = "";

    private IntakeScene scene;

    @BeforeEach
    void register() {
        scene = new IntakeScene();
        scene.register("73", "75");
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void listsTheFirstFindingsOfARuleAndCountsThemAll() {
        String id = judged(
                "capped",
                1_300,
                line -> line == 1_250
                        ? school(line, RecordType.EN, "733")
                        : finding("EN-142", line, RecordType.EN, 14, "Grade", "9"));

        get("opi", "/submissions/{id}/findings?size=1000", id)
                .then()
                .body("total", equalTo(1_300))
                .body("listed", equalTo(501))
                .body("capped", equalTo(true))
                .body("cappedRules", equalTo(List.of(Map.of("ruleId", "EN-142", "count", 1_299, "listed", 500))))
                .body("items", hasSize(501))
                .body("items[499].line", equalTo(501))
                .body("items[500].line", equalTo(1_250))
                .body("items[500].ruleId", equalTo("XS-012"));
        get("opi", "/submissions/{id}/findings?size=100&page=5", id).then().body("items.line", equalTo(List.of(1_250)));
        get("opi", "/submissions/{id}/findings?size=100&page=6", id).then().body("items", hasSize(0));
        get("opi", "/submissions/{id}/findings?ruleId=XS-012", id)
                .then()
                .body("total", equalTo(1))
                .body("capped", equalTo(false))
                .body("cappedRules", hasSize(0));
        for (String type : List.of("text/csv", "text/tab-separated-values")) {
            assertThat(get("opi", type, "/findings", id).asString().lines()).hasSize(1_301);
        }
    }

    @Test
    void takesSeveralValuesOfAFilterAndRefusesUnknownOnes() {
        String id = judged("filtered", 4, line -> switch (line) {
            case 2 -> finding("SD-043", line, RecordType.SD, 4, "Student's Local ID", "x");
            case 3 -> school(line, RecordType.PP, "9");
            default -> finding("EN-142", line, RecordType.EN, 14, "Grade", "9");
        });

        expectLines(id, "recordType=SD,PP", List.of(2, 3));
        expectLines(id, "recordType=SD&recordType=EN", List.of(2, 4, 5));
        expectLines(id, "ruleId=EN-142,xs-012", List.of(3, 4, 5));
        expectLines(id, "severity=warning", List.of(2));
        expectLines(id, "severity=ERROR,WARNING&recordType=SD", List.of(2));
        expectLines(id, "severity=INFO", List.of());
        expectLines(id, "severity=", List.of(2, 3, 4, 5));
        for (String unknown :
                List.of("severity=BAD", "severity=ERROR,BAD", "ruleId=EN-999", "recordType=XX", "recordType=SD,XX")) {
            get("opi", "/submissions/{id}/findings?" + unknown, id)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json");
        }
    }

    @Test
    void namesACauseOnceHoweverManyLinesItCosts() {
        String id = judged(
                "causes",
                12,
                line -> line <= 9
                        ? school(line, line < 6 ? RecordType.EN : RecordType.AT, line == 3 ? "8" : "9")
                        : blocked(line, line < 13 ? "line 7" : "line 8"));

        get("district-75", "/submissions/{id}/findings/summary", id)
                .then()
                .body("total", equalTo(2))
                .body("items.ruleId", equalTo(List.of("XS-012", "XF-012")))
                .body("items.count", equalTo(List.of(8, 4)))
                .body("items[0].causeCount", equalTo(2))
                .body("items[0].causes.value", equalTo(List.of("9", "8")))
                .body("items[0].causes.count", equalTo(List.of(7, 1)))
                .body("items[0].causes[0].firstLines", equalTo(List.of(2, 4, 5, 6, 7, 8, 9)))
                .body(
                        "items[1].message",
                        equalTo("The record is blocked by \u2026: the student's SD record there was rejected."))
                .body(
                        "items[1].causes.message",
                        equalTo(List.of(
                                blocked(2, "line 7").message(),
                                blocked(2, "line 8").message())))
                .body("items[1].causes.value", equalTo(List.of("line 7", "line 8")))
                .body("items[1].causes.count", equalTo(List.of(3, 1)))
                .body("items[1].causes.firstLines", equalTo(List.of(List.of(10, 11, 12), List.of(13))));
    }

    @Test
    void sortsTheSummaryAsItPaysToMend() {
        String id = judged("mend order", 10, line -> switch (line) {
            case 2 -> school(line, RecordType.EN, "9");
            case 3, 4 -> finding("EN-142", line, RecordType.EN, 14, "Grade", "9");
            case 5, 6, 7 -> blocked(line, "line 2");
            default -> finding("SD-043", line, RecordType.SD, 4, "Student's Local ID", "x");
        });

        get("opi", "/submissions/{id}/findings/summary", id)
                .then()
                .body("items.ruleId", equalTo(List.of("SD-043", "XF-012", "EN-142", "XS-012")));
        get("opi", "/submissions/{id}/findings/summary?order=mend", id)
                .then()
                .body("items.ruleId", equalTo(List.of("XS-012", "EN-142", "XF-012", "SD-043")))
                .body("items[2].message", equalTo(blocked(5, "line 2").message()));
        get("opi", "/submissions/{id}/findings/summary?order=up", id).then().statusCode(400);
    }

    @Test
    void givesFindingsAsTsvWithValuesAsTheyAre() {
        String id = judged("tsv", 1, line -> finding("EN-142", line, RecordType.EN, 14, "Grade", "=9"));

        get("district-75", "text/tab-separated-values", "/findings", id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/tab-separated-values"))
                .body(containsString("\n2\tEN-142\tERROR\tEN\t14\tGrade\t=9\t"));
        get("district-75", "text/csv", "/findings", id).then().body(containsString(",Grade,'=9,"));
        get("district-75", "image/png", "/findings", id).then().statusCode(406);
    }

    @Test
    void givesRejectedLinesBackWithWhatIsWrongBesideThem() throws IOException {
        String good = line("SD", "73", "Pe\u00f1a good");
        String bad = line("EN", "73", "Pe\u00f1a=bad\t");
        String blocked = line("PP", "73", " blocked ");
        byte[] content = ("HD\t03/15/2007\t16:00:00\tMT1.3\r" + good + "\r\n\r\n" + bad + "\n" + blocked)
                .getBytes(Charset.forName("windows-1252"));
        String id = send("district-73", "73_03152007.tsv", content, Map.of()).path("id");
        Finding grade = finding("EN-142", 4, RecordType.EN, 14, "Grade", "9");
        Finding school = school(4, RecordType.EN, "9");
        Finding warning = finding("SD-043", 4, RecordType.EN, 4, "Student's Local ID", "x");
        Finding root = blocked(5, "line 4");
        scene.tell(List.of(
                outcome(id, 2, RecordType.SD, Outcome.ACCEPTED),
                outcome(id, 4, RecordType.EN, Outcome.REJECTED, grade, warning, school),
                outcome(id, 5, RecordType.PP, Outcome.REJECTED, root)));
        awaitStatus(id, "COMPLETED").then().body("status", equalTo("COMPLETED"));

        String rejected = get("district-73", "*/*", "/rejected-records", id)
                .then()
                .statusCode(200)
                .contentType(containsString("text/tab-separated-values"))
                .header("Cache-Control", "no-store")
                .header("Content-Disposition", containsString("73_03152007-rejected.tsv"))
                .extract()
                .asString();
        assertThat(rejected)
                .isEqualTo(bad + "\t4\tEN-142; XS-012\tGrade; School Number\t" + grade.message() + "; "
                        + school.message() + "\n" + blocked + "\t5\tXF-012\t-\t" + root.message() + "\n");
        String ready = get("district-73", "*/*", "/rejected-records?forResubmission=true", id)
                .then()
                .header("Content-Disposition", containsString("\"73_03152007.tsv\""))
                .extract()
                .asString();
        assertThat(ready).isEqualTo("HD\t03/15/2007\t16:00:00\tMT1.3\n" + bad + "\n" + blocked + "\n");

        // Sent back with the columns left in, or as the file that is ready: the same two lines are on their way.
        for (String again : List.of("HD\t03/15/2007\t16:00:00\tMT1.3\n" + rejected, ready)) {
            String next = taken("district-73", "73_03152007.tsv", again);
            List<String> lines = new ArrayList<>();
            for (var message : scene.published(next, 2)) {
                lines.add(EventJson.reader(RecordSubmitted.class)
                        .<RecordSubmitted>readValue(message.value())
                        .record());
            }
            assertThat(lines).containsExactly(bad, blocked);
        }
    }

    @Test
    void givesALineBackThatIsTooLongToBeARecord() {
        String tooLong = "SD\t73\t" + "\u00e9y".repeat(60_000) + "\tend";
        String id = taken("district-73", "73_03152007.tsv", file(line("AT", "73", "short"), tooLong));
        Finding length = Finding.ofRecord(RuleCatalogue.get("REC-012"), 3, "SD", "");
        scene.tell(List.of(
                outcome(id, 2, RecordType.AT, Outcome.ACCEPTED),
                outcome(id, 3, RecordType.SD, Outcome.REJECTED, length)));
        awaitStatus(id, "COMPLETED").then().body("status", equalTo("COMPLETED"));

        assertThat(get("opi", "*/*", "/rejected-records", id).asString())
                .isEqualTo(tooLong + "\t3\tREC-012\t-\t" + length.message() + "\n");
    }

    @Test
    void givesRejectedLinesOfEverySegmentBack() {
        String id = judged(
                "segments",
                3_000,
                line -> line % 500 == 0 ? finding("EN-142", line, RecordType.EN, 14, "Grade", "9") : null);

        assertThat(get("opi", "*/*", "/rejected-records", id).asString().lines())
                .extracting(text -> text.split("\t")[text.split("\t").length - 4])
                .containsExactly("500", "1000", "1500", "2000", "2500", "3000");
    }

    @Test
    void givesNothingBackWhereNothingWasRejectedOrKept() {
        String id = judged("clean", 3, line -> null);
        assertThat(get("opi", "*/*", "/rejected-records", id).asString()).isEmpty();
        String refused =
                send("district-73", "73_03152007.tsv", "no header at all").path("submissionId");
        get("district-73", "*/*", "/rejected-records", refused)
                .then()
                .statusCode(200)
                .body(equalTo(NO_HEADER_LINE));
        get("district-75", "*/*", "/rejected-records?forResubmission=perhaps", id)
                .then()
                .statusCode(400);
    }

    @Test
    void tellsAPersonsRejectionByWhatTheLineWaitedFor() {
        String id = taken("district-73", "73_03152007.tsv", file(line("SD", "73", "near match")));
        Finding near =
                finding("XS-006", 2, RecordType.SD, 3, "Student's State ID", "").as(Severity.HELD);
        scene.tell(List.of(outcome(id, 2, RecordType.SD, Outcome.REJECTED, DecidedBy.STATE_STORE, Map.of(), near)));
        awaitStatus(id, "COMPLETED").then().body("findings.held", equalTo(1));

        assertThat(get("opi", "*/*", "/rejected-records", id).asString()).contains("\t2\tXS-006\t");
        expectLines(id, "severity=HELD", List.of(2));
    }

    /** What is wrong with a line, null for nothing. */
    private interface Judge {
        Finding of(int line);
    }

    /** A file of so many EN lines, judged; returns when it is complete. */
    private String judged(String what, int lines, Judge judge) {
        String[] records = IntStream.range(0, lines)
                .mapToObj(i -> line("EN", "75", what + " " + i))
                .toArray(String[]::new);
        String id = taken("district-75", "75_03152007.tsv", file(records));
        List<RecordOutcome> outcomes = new ArrayList<>();
        for (int line = 2; line < lines + 2; line++) {
            Finding finding = judge.of(line);
            outcomes.add(
                    finding == null
                            ? outcome(id, line, RecordType.EN, Outcome.ACCEPTED)
                            : outcome(id, line, RecordType.EN, Outcome.REJECTED, finding));
        }
        scene.tell(outcomes);
        awaitStatus(id, "COMPLETED").then().body("status", equalTo("COMPLETED"));
        return id;
    }

    private static void expectLines(String id, String query, List<Integer> lines) {
        get("opi", "/submissions/{id}/findings?" + query, id)
                .then()
                .statusCode(200)
                .body("items.line", equalTo(lines))
                .body("total", equalTo(lines.size()))
                .body("listed", equalTo(lines.size()));
    }

    private static Finding school(int line, RecordType type, String value) {
        return finding("XS-012", line, type, 3, "School Number", value);
    }

    private static Finding blocked(int line, String by) {
        return Finding.of(RuleCatalogue.get("XF-012"), line, RecordType.PP.name(), null, null, by, by);
    }
}
