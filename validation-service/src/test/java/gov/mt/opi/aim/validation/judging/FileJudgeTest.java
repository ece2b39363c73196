package gov.mt.opi.aim.validation.judging;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.RecordOutcome.Identity;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.validation.JudgedFile;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FileJudgeTest {

    private static final String SD = "SD\t63\t\t%s\tDoe\tJane\tQ\t\tF\t05/14/1995\t\t05\t\t\t";
    private static final String EN = "EN\t63\t733\t%s\t2007\t%s\t10045\t%s\t%s\t02\t\t\t\t06";
    private static final String PP = "PP\t63\t733\t101\t\t\t%s" + "\t".repeat(30) + "2007";
    private static final String AT = "AT\t63\t733\t101\t%s\tDoe\tJane\t%s\tF";

    @Test
    void givesStudentsThenEnrollmentsThenProgramsThenAttendanceWhateverTheOrderOfLines() {
        JudgedFile file = JudgedFile.of(List.of(
                AT.formatted("300000000", "0"),
                PP.formatted("300000000"),
                EN.formatted("101", "300000000", "P", "01/08/2007"),
                EN.formatted("101", "200000000", "P", "08/28/2006"),
                SD.formatted("2"),
                EN.formatted("101", "300000000", "S", "08/28/2006").replace("733", "734"),
                SD.formatted("1"),
                AT.formatted("200000000", "0"),
                PP.formatted("200000000")));

        assertThat(file.order()).containsExactly(6, 8, 5, 7, 4, 10, 3, 9, 2, -1);
    }

    @Test
    void givesThePrimaryOfTwoEnrollmentsThatStartOnOneDayFirst() {
        JudgedFile file = JudgedFile.of(List.of(
                EN.formatted("101", "200000000", "S", "08/28/2006"),
                EN.formatted("101", "200000000", "P", "08/28/2006").replace("733", "734")));

        assertThat(file.order()).containsExactly(3, 2, -1);
    }

    @Test
    void givesRejectedLinesFirstInTheirOrder() {
        JudgedFile file = JudgedFile.of(List.of("XX", SD.formatted("1"), "PP"));

        assertThat(file.order()).containsExactly(2, 4, 3, -1);
    }

    @Test
    void typesTheValuesOfAnEnrollment() {
        JudgedFile file = JudgedFile.of(List.of(EN.formatted("007", "200000000", "", "08/28/2006")));

        assertThat(file.accepted().get(2).fields())
                .isEqualTo(Map.ofEntries(
                        Map.entry("districtNumber", "63"),
                        Map.entry("schoolNumber", "733"),
                        Map.entry("calendarNumber", "7"),
                        Map.entry("year", 2007),
                        Map.entry("stateId", "200000000"),
                        Map.entry("localId", "10045"),
                        Map.entry("serviceType", "P"),
                        Map.entry("startDate", "2006-08-28"),
                        Map.entry("startStatus", "02"),
                        Map.entry("grade", "06")));
    }

    @Test
    void fillsInTheDefaultsOfProgramParticipation() {
        Map<String, Object> fields = JudgedFile.of(List.of(PP.formatted("200000000")))
                .accepted()
                .get(2)
                .fields();

        assertThat(fields)
                .containsEntry("freeReducedLunch", "N")
                .containsEntry("homeless", "N")
                .containsEntry("mcKinneyVento", "N")
                .containsEntry("unaccompaniedYouth", "N")
                .containsEntry("titleIII", "N")
                .doesNotContainKeys("titleIProgramType", "homelessNightTimeResidence", "filler", "lepStatus");
    }

    @Test
    void givesPortionsThreeDecimals() {
        JudgedFile file = JudgedFile.of(List.of(
                AT.formatted("1", ".5"), AT.formatted("2", ""), AT.formatted("3", "1"), AT.formatted("4", "0.333")));

        assertThat(List.of(2, 3, 4, 5))
                .extracting(line -> file.accepted().get(line).fields().get("testWindowCountAbsent"))
                .containsExactly(
                        new BigDecimal("0.500"),
                        new BigDecimal("0.000"),
                        new BigDecimal("1.000"),
                        new BigDecimal("0.333"));
    }

    @Test
    void neverRepeatsWhatStandsInAFiller() {
        JudgedFile file = JudgedFile.of(
                List.of("SD\t63\t\t10045\tDoe\tJane\tQ\t\tF\t05/14/1995\t516-00-1234\t05\t\"secret\"\t\t"));

        assertThat(file.findings(2)).extracting(Finding::value).allMatch(String::isEmpty);
        assertThat(file.accepted().get(2).toString()).doesNotContain("516-00-1234", "secret");
    }

    @Test
    void dropsADropoutReasonThatBelongsToNoDropout() {
        JudgedFile file = JudgedFile.of(
                List.of("EN\t63\t733\t101\t2007\t200000000\t\tP\t08/28/2006\t02\t12/15/2006\t140\t04\t06"));

        assertThat(file.accepted().get(2).fields()).doesNotContainKey("dropoutReason");
        assertThat(file.findings(2))
                .filteredOn(finding -> finding.ruleId().equals("EN-135"))
                .extracting(Finding::value)
                .containsExactly("04");
    }

    @Test
    void putsTheInfoCountsOfTheFileOnOneEvent() {
        JudgedFile file = JudgedFile.of(List.of(PP.formatted("200000000"), PP.formatted("300000000"), "XX"));

        assertThat(file.eventsWithInfo()).isEqualTo(1);
        assertThat(file.info()).containsEntry("PP-091", 2).containsEntry("PP-272", 2);
        assertThat(file.rejected().get(4).info()).as("the first event").isNotEmpty();
    }

    @Test
    void saysWhatIsWrongWithARejectedLine() {
        JudgedFile file = JudgedFile.of(List.of(SD.formatted("10045").replace("\tF\t", "\tX\t")));

        RecordOutcome outcome = file.rejected().get(2);
        assertThat(outcome.outcome()).isEqualTo(Outcome.REJECTED);
        assertThat(outcome.decidedBy()).isEqualTo(DecidedBy.VALIDATION);
        assertThat(outcome.recordType()).isEqualTo(RecordType.SD);
        assertThat(outcome.identity()).isEqualTo(new Identity("10045", "", IdentityOutcome.REJECTED));
        Finding finding = outcome.findings().get(0);
        assertThat(finding.ruleId()).isEqualTo("SD-094");
        assertThat(finding.line()).isEqualTo(2);
        assertThat(finding.fieldName()).isEqualTo("Gender");
        assertThat(finding.value()).isEqualTo("X");
    }

    @Test
    void tellsOnlySoManyBlankLinesOfOneGap() {
        TreeMap<Integer, String> lines = new TreeMap<>(Map.of(1002, AT.formatted("1", "0")));

        JudgedFile file = JudgedFile.of("63", LocalDate.of(2007, 3, 15), lines);

        List<Finding> blank = file.findings(1002).stream()
                .filter(finding -> finding.ruleId().equals("REC-001"))
                .toList();
        assertThat(blank).hasSize(BlankLines.LISTED_MAX);
        assertThat(blank.get(BlankLines.LISTED_MAX - 1).value()).isEqualTo("lines 101 to 1001");
    }
}
