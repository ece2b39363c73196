package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StateStoreTest {

    private static final String JANE = "123456789";

    private final MemoryView view = new MemoryView();
    private final StateStore stateStore = stateStore(view);

    private static StateStore stateStore(MemoryView view) {
        return new StateStore(view, Merges.all(Settings.ofTheState(), Clock.systemUTC()));
    }

    private Map<Integer, Outcome> apply(Records file) {
        stateStore.apply(file.all());
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
    void aDryRunTellsNoStateIdBecauseNoneIsIssued() {
        apply(Records.file("63", 1).validating().sd("", "10045", "Doe", "Jane", "F", "1995-05-14"));
        assertThat(view.decisions).singleElement().satisfies(decision -> assertThat(
                        decision.identity().orElseThrow().stateId())
                .isEmpty());
    }

    /** However a history is cut into batches, and whatever part of it arrives again, view and outcomes are the same. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
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
            int back = Math.max(0, from - random.nextInt(10));
            again.apply(history.subList(back, to));
            from = to;
        }
        assertThat(facts(pieces)).isEqualTo(facts(whole));
        assertThat(outcomes(pieces)).isEqualTo(outcomes(whole));
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
                int month = 1 + random.nextInt(6);
                file.en(
                        stateId,
                        "73" + random.nextInt(3),
                        random.nextInt(4) == 0 ? "S" : "P",
                        "2007-0" + month + "-01",
                        random.nextBoolean() ? "" : "2007-0" + month + "-20");
                file.pp(stateId, random.nextBoolean() ? "F" : "N");
            }
            history.addAll(inOrderOfTypes(file.all()));
        }
        return history;
    }

    private static List<RecordAccepted> inOrderOfTypes(List<RecordAccepted> records) {
        return records.stream()
                .sorted(java.util.Comparator.comparing(RecordAccepted::recordType)
                        .thenComparing(record -> record.text("stateId"))
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

    private static Map<String, Outcome> outcomes(MemoryView view) {
        Map<String, Outcome> outcomes = new TreeMap<>();
        view.decisions.forEach(decision -> outcomes.put(
                decision.record().submissionId() + ":" + decision.record().line(), decision.outcome()));
        return outcomes;
    }
}
