package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateStoreTest {

    private static final String JANE = "123456789";

    private final MemoryView view = new MemoryView();
    private final StateStore stateStore = stateStore(view);

    private static StateStore stateStore(MemoryView view) {
        return new StateStore(view, Merges.all(Settings.ofTheState()));
    }

    private Map<Integer, Outcome> apply(Records file) {
        stateStore.apply(file.all());
        return outcomesOf(file);
    }

    private Map<Integer, Outcome> outcomesOf(Records file) {
        Map<Integer, Outcome> outcomes = new TreeMap<>();
        view.decisions.stream()
                .filter(decision -> decision.record().submissionId().equals(file.submissionId))
                .forEach(decision -> outcomes.put(decision.record().line(), decision.outcome()));
        return outcomes;
    }

    private void knowJane() {
        apply(Records.file("63", 1).adopting().sd(JANE, "10045", "Doe", "Jane", "F", "1995-05-14"));
    }

    @Test
    void studentsComeBeforeTheirEnrollmentsWhateverTheOrderOfLines() {
        assertThat(apply(Records.file("63", 1)
                                .adopting()
                                .at(JANE, "0.5")
                                .pp(JANE, "R")
                                .en(JANE, "733", "P", "2006-08-28", "")
                                .sd(JANE, "10045", "Doe", "Jane", "F", "1995-05-14"))
                        .values())
                .containsOnly(Outcome.ACCEPTED);
    }

    @Test
    void oneEnrollmentMayMakeRoomForAnotherInAnyOrderOfLines() {
        knowJane();
        apply(Records.file("63", 2).en(JANE, "733", "P", "2006-08-28", ""));
        assertThat(apply(Records.file("63", 3)
                        .en(JANE, "734", "P", "2007-01-08", "")
                        .en(JANE, "733", "P", "2006-08-28", "2007-01-07")))
                .containsEntry(2, Outcome.ACCEPTED)
                .containsEntry(3, Outcome.ACCEPTED);
    }

    @Test
    void aFileBetweenTwoThatSayTheSameOverwritesNothing() {
        knowJane();
        apply(Records.file("63", 2).en(JANE, "733", "P", "2006-08-28", ""));
        assertThat(apply(Records.file("63", 4)
                        .sd(JANE, "10045", "Doe", "Jane", "F", "1995-05-14")
                        .en(JANE, "733", "P", "2006-08-28", "")))
                .containsEntry(2, Outcome.UNCHANGED)
                .containsEntry(3, Outcome.UNCHANGED);
        assertThat(apply(Records.file("63", 3)
                        .sd(JANE, "10045", "Doe", "Janet", "F", "1995-05-14")
                        .en(JANE, "733", "P", "2006-08-28", "2007-01-08")))
                .containsEntry(2, Outcome.STALE)
                .containsEntry(3, Outcome.STALE);
        assertThat(apply(Records.file("63", 5).en(JANE, "733", "P", "2006-08-28", "2007-01-08")))
                .containsEntry(2, Outcome.ACCEPTED);
    }

    @Test
    void aDryRunConfirmsNothing() {
        knowJane();
        apply(Records.file("63", 2).en(JANE, "733", "P", "2006-08-28", ""));
        apply(Records.file("63", 4).validating().en(JANE, "733", "P", "2006-08-28", ""));
        assertThat(apply(Records.file("63", 3).en(JANE, "733", "P", "2006-08-28", "2007-01-08")))
                .containsEntry(2, Outcome.ACCEPTED);
    }

    @Test
    void aLastDayIsADayEnrolled() {
        knowJane();
        apply(Records.file("63", 2).en(JANE, "733", "P", "2006-08-28", "2007-01-08"));
        assertThat(apply(Records.file("63", 3).en(JANE, "734", "P", "2007-01-08", "")))
                .containsEntry(2, Outcome.REJECTED);
        assertThat(apply(Records.file("63", 4).en(JANE, "734", "P", "2007-01-09", "")))
                .containsEntry(2, Outcome.ACCEPTED);
    }

    @Test
    void secondaryEnrollmentsMayOverlap() {
        knowJane();
        assertThat(apply(Records.file("63", 2)
                                .en(JANE, "733", "P", "2006-08-28", "")
                                .en(JANE, "734", "S", "2006-08-28", ""))
                        .values())
                .containsOnly(Outcome.ACCEPTED);
    }

    @Test
    void anOverlapWithAnotherDistrictIsHeldAndChangesNothing() {
        knowJane();
        apply(Records.file("63", 2).en(JANE, "733", "P", "2006-08-28", ""));
        assertThat(apply(Records.file("64", 3).en(JANE, "900", "P", "2007-01-08", "")))
                .containsEntry(2, Outcome.HELD);
        assertThat(view.records.get(RecordKind.ENROLLMENT)).hasSize(1);
    }

    @Test
    void theYearOfAnAttendanceIsTheSchoolYearOfTheHeader() {
        knowJane();
        apply(Records.file("63", 2).en(JANE, "733", "P", "2006-08-28", "").at(JANE, "0.333"));
        assertThat(view.records.get(RecordKind.TEST_WINDOW_ATTENDANCE).values())
                .singleElement()
                .satisfies(record -> assertThat(record.fields()).containsEntry("year", 2007));
    }

    @Test
    void theSameLineTwiceInAFileIsAcceptedOnce() {
        knowJane();
        assertThat(apply(Records.file("63", 2)
                        .en(JANE, "733", "P", "2006-08-28", "")
                        .pp(JANE, "R")
                        .pp(JANE, "R")))
                .containsEntry(3, Outcome.ACCEPTED)
                .containsEntry(4, Outcome.UNCHANGED);
    }

    @Test
    void aDryRunLeavesNoStudentAndNoEvent() {
        apply(Records.file("63", 1)
                .adopting()
                .validating()
                .sd(JANE, "10045", "Doe", "Jane", "F", "1995-05-14")
                .en(JANE, "733", "P", "2006-08-28", ""));
        assertThat(view.students).isEmpty();
        assertThat(view.changes).isEmpty();
    }

    @Test
    void aDryRunBesideOtherFilesOfItsBatchIsForgotten() {
        knowJane();
        Records dry = Records.file("63", 2)
                .adopting()
                .validating()
                .sd(JANE, "10045", "Smith", "Jane", "F", "1995-05-14")
                .en(JANE, "733", "P", "2006-08-28", "")
                .pp(JANE, "R");
        Records real = Records.file("63", 3).en(JANE, "734", "P", "2006-08-28", "");
        stateStore.apply(
                Stream.of(dry, real).flatMap(file -> file.all().stream()).toList());
        assertThat(outcomesOf(dry).values()).containsOnly(Outcome.ACCEPTED);
        assertThat(outcomesOf(real)).containsEntry(2, Outcome.ACCEPTED);
        assertThat(view.records.get(RecordKind.ENROLLMENT)).hasSize(1);
        assertThat(view.records).doesNotContainKey(RecordKind.PROGRAM_PARTICIPATION);
        assertThat(view.students.values())
                .singleElement()
                .satisfies(jane -> assertThat(jane.current().lastName()).isEqualTo("Doe"));
    }

    @Test
    void aDryRunMeetsWhatItsOwnLinesMade() {
        knowJane();
        assertThat(apply(Records.file("63", 2)
                        .validating()
                        .sd(JANE, "10045", "Smith", "Jane", "F", "1995-05-14")
                        .en(JANE, "733", "P", "2006-08-28", "")
                        .pp(JANE, "R")
                        .pp(JANE, "R")))
                .containsEntry(4, Outcome.ACCEPTED)
                .containsEntry(5, Outcome.UNCHANGED);
    }

    @Test
    void aBatchOfManyFilesAsksTheViewAsOftenAsOneFile() {
        List<RecordAccepted> one =
                studentsOf(Records.file("63", 1).adopting(), 1, 20).all();
        stateStore.apply(one);
        MemoryView other = new MemoryView();
        List<RecordAccepted> twenty = new ArrayList<>();
        for (int student = 1; student <= 20; student++) {
            twenty.addAll(studentsOf(Records.file("63", student).adopting(), student, student)
                    .all());
        }
        stateStore(other).apply(twenty);
        assertThat(other.students).hasSize(20);
        assertThat(other.statements).isEqualTo(view.statements);
    }

    private static Records studentsOf(Records file, int from, int to) {
        for (int student = from; student <= to; student++) {
            String stateId = String.valueOf(100_000_000 + student);
            file.sd(stateId, "L" + student, "Doe", "Jane", "F", "1995-05-14")
                    .en(stateId, "733", "P", "2006-08-28", "")
                    .pp(stateId, "R")
                    .at(stateId, "0.5");
        }
        return file;
    }

    @Test
    void aDryRunTellsNoStateIdBecauseNoneIsIssued() {
        apply(Records.file("63", 1).validating().sd("", "10045", "Doe", "Jane", "F", "1995-05-14"));
        assertThat(view.decisions).singleElement().satisfies(decision -> assertThat(
                        decision.identity().orElseThrow().stateId())
                .isEmpty());
    }

    /** However a history is cut into batches, and whatever part of it arrives again: view, outcomes, findings are the same. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void batchesAndRedeliveryChangeNothing(long seed) {
        Random random = new Random(seed);
        List<RecordAccepted> history = history(random);
        MemoryView whole = new MemoryView();
        stateStore(whole).apply(history);
        MemoryView pieces = new MemoryView();
        StateStore again = stateStore(pieces);
        int from = 0;
        while (from < history.size()) {
            int to = Math.min(history.size(), from + 1 + random.nextInt(7));
            while (to < history.size() && isOneRun(history.get(to - 1), history.get(to))) {
                to++;
            }
            int back = Math.max(0, from - random.nextInt(10));
            again.apply(history.subList(back, to));
            from = to;
        }
        assertThat(differing(outcomes(pieces), outcomes(whole))).isEmpty();
        assertThat(facts(pieces)).isEqualTo(facts(whole));
    }

    /** Enrollments of a student in a file: what waits for one of them has its turn when all of a batch are applied. */
    private static boolean isOneRun(RecordAccepted record, RecordAccepted next) {
        return record.recordType() == RecordType.EN
                && next.recordType() == RecordType.EN
                && record.submissionId().equals(next.submissionId())
                && record.text("stateId").equals(next.text("stateId"));
    }

    private static List<String> differing(Map<String, String> some, Map<String, String> others) {
        assertThat(some.keySet()).isEqualTo(others.keySet());
        return some.keySet().stream()
                .filter(line -> !some.get(line).equals(others.get(line)))
                .map(line -> line + " " + some.get(line) + " / " + others.get(line))
                .toList();
    }

    /** A year of two districts: each file brings an enrollment a student, some ended, some changed, programs too. */
    private static List<RecordAccepted> history(Random random) {
        List<RecordAccepted> history = new ArrayList<>();
        List<Integer> days = new ArrayList<>(List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 10));
        Collections.shuffle(days, random);
        for (int day : days) {
            Records file = Records.file(random.nextBoolean() ? "63" : "64", day).adopting();
            for (int student = 1; student <= 5; student++) {
                String stateId = "10000000" + student;
                file.sd(
                        stateId,
                        "L" + student,
                        "Doe" + (random.nextInt(4) == 0 ? "s" : ""),
                        "Jane" + student,
                        "F",
                        "1995-05-1" + student);
                addEnrollments(file, stateId, student, random);
                file.pp(stateId, random.nextBoolean() ? "F" : "N");
                file.at(stateId, random.nextBoolean() ? "0.0" : "1.0");
            }
            history.addAll(inOrderOfTypes(file.all()));
        }
        return history;
    }

    /** Up to three enrollments that do not contradict each other: validation lets no others through. */
    private static void addEnrollments(Records file, String stateId, int student, Random random) {
        List<Stay> stays = new ArrayList<>();
        for (int n = random.nextInt(3); n >= 0; n--) {
            int month = 1 + random.nextInt(6);
            int school = 731 + random.nextInt(3);
            // The Service Type follows from the key: one that changed would make room at a batch's border only.
            String serviceType = List.of("P", "P", "S", "P", "N").get((month + school + student) % 5);
            Stay stay = new Stay(school, serviceType, month, random.nextBoolean() ? 12 : month);
            if (stays.stream().noneMatch(stay::contradicts)) {
                stays.add(stay);
                file.en(
                        stateId,
                        String.valueOf(school),
                        serviceType,
                        "2007-0" + month + "-01",
                        stay.until() == 12 ? "" : "2007-0" + month + "-20");
            }
        }
    }

    /** From the first of a month on; until 12 is open. */
    private record Stay(int school, String serviceType, int from, int until) {
        boolean contradicts(Stay other) {
            return from <= other.until
                    && other.from <= until
                    && (school == other.school || serviceType.equals("P") && other.serviceType.equals("P"));
        }
    }

    private static List<RecordAccepted> inOrderOfTypes(List<RecordAccepted> records) {
        return records.stream()
                .sorted(java.util.Comparator.comparing(RecordAccepted::recordType)
                        .thenComparing(record -> record.text("stateId"))
                        .thenComparing(record -> String.valueOf(record.text("startDate")))
                        .thenComparing(record -> String.valueOf(record.text("serviceType")))
                        .thenComparing(RecordAccepted::line))
                .toList();
    }

    private static List<String> facts(MemoryView view) {
        List<String> facts = new ArrayList<>();
        view.students
                .values()
                .forEach(student -> facts.add(student.stateId() + student.current()
                        + student.names().size() + student.source().sequence() + "v" + student.version()));
        view.records.forEach((kind, stored) -> stored.values()
                .forEach(record ->
                        facts.add(kind + view.students.get(record.studentKey()).stateId() + content(record))));
        Collections.sort(facts);
        return facts;
    }

    private static String content(StoredRecord record) {
        return record.fields() + "v" + record.version() + "s" + record.source().sequence();
    }

    private static Map<String, String> outcomes(MemoryView view) {
        Map<String, String> outcomes = new TreeMap<>();
        view.decisions.forEach(decision -> outcomes.put(
                decision.record().submissionId() + ":" + decision.record().line(),
                decision.record().recordType() + " " + decision.outcome() + " "
                        + decision.findings().stream()
                                .map(finding -> finding.ruleId() + " " + finding.value())
                                .toList()));
        return outcomes;
    }
}
