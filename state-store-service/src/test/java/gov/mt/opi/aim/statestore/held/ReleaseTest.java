package gov.mt.opi.aim.statestore.held;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.History;
import gov.mt.opi.aim.statestore.MemoryView;
import gov.mt.opi.aim.statestore.Records;
import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.RecordKind;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReleaseTest {

    private static final String JANE = "123456789";

    private final MemoryView view = new MemoryView();
    private final History history = new History(view);

    ReleaseTest() {
        history.send(Records.file("63", 1)
                .adopting()
                .sd(JANE, "10045", "Doe", "Jane", "F", "1995-05-14")
                .en(JANE, "733", "P", "2006-08-28", ""));
    }

    @Test
    void aLineThatWaitsIsAppliedWhenTheOtherDistrictEndsItsEnrollment() {
        Records moved =
                Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "").pp(JANE, "R");
        history.send(moved);
        assertThat(outcome(moved, 2)).isEqualTo(Outcome.HELD);
        history.send(Records.file("63", 3).en(JANE, "733", "P", "2006-08-28", "2007-01-05"));
        assertThat(outcome(moved, 2)).isEqualTo(Outcome.ACCEPTED);
        assertThat(schools()).containsExactlyInAnyOrder("733", "1");
    }

    @Test
    void programsAndAttendanceFollowTheirEnrollment() {
        Records moved = Records.file("64", 2)
                .en(JANE, "733", "P", "2007-01-08", "")
                .pp(JANE, "R")
                .at(JANE, "0.5");
        history.send(moved);
        assertThat(outcomes(moved)).containsOnly(Outcome.HELD);
        history.send(Records.file("63", 3).en(JANE, "733", "P", "2006-08-28", "2007-01-05"));
        assertThat(outcomes(moved)).containsOnly(Outcome.ACCEPTED);
        assertThat(view.records.get(RecordKind.PROGRAM_PARTICIPATION)).hasSize(1);
        assertThat(view.records.get(RecordKind.TEST_WINDOW_ATTENDANCE)).hasSize(1);
    }

    @Test
    void aHeldLineTellsWhichDistrictMustAct() {
        Records moved =
                Records.file("64", 2).en(JANE, "733", "P", "2007-01-08", "").pp(JANE, "R");
        history.send(moved);
        assertThat(last(moved, 2).waitsFor().orElseThrow().districtNumber()).contains("63");
        assertThat(last(moved, 3).waitsFor().orElseThrow().districtNumber()).contains("63");
        assertThat(List.of(last(moved, 2), last(moved, 3)))
                .flatExtracting(Decision::findings)
                .extracting(Finding::value)
                .containsExactly("district 63", "district 63");
    }

    @Test
    void anEndThatIsNotEarlyEnoughReleasesNothing() {
        Records moved = Records.file("64", 2).en(JANE, "733", "P", "2007-01-08", "");
        history.send(moved);
        history.send(Records.file("63", 3).en(JANE, "733", "P", "2006-08-28", "2007-01-08"));
        assertThat(outcome(moved, 2)).isEqualTo(Outcome.HELD);
        assertThat(history.toldAbout(moved, 2))
                .as("what waits on is not told again")
                .hasSize(1);
    }

    @Test
    void theFirstOfSeveralDistrictsGoesFirst() {
        Records first = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        Records second = Records.file("65", 3).en(JANE, "2", "P", "2007-01-09", "");
        history.send(first);
        history.send(second);
        assertThat(last(second, 2).waitsFor().orElseThrow().districtNumber()).contains("63");
        history.send(Records.file("63", 4).en(JANE, "733", "P", "2006-08-28", "2007-01-05"));
        assertThat(outcome(first, 2)).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome(second, 2)).isEqualTo(Outcome.HELD);
        assertThat(last(second, 2).waitsFor().orElseThrow().districtNumber())
                .as("the district that is in the way now")
                .contains("64");
        history.send(Records.file("64", 5).en(JANE, "1", "P", "2007-01-08", "2007-01-08"));
        assertThat(outcome(second, 2)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aNewerLineOfTheSameThingMakesTheOneThatWaitsStale() {
        Records first = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        Records second = Records.file("64", 3).en(JANE, "1", "P", "2007-01-08", "2007-02-01");
        history.send(first);
        history.send(second);
        assertThat(outcome(first, 2)).isEqualTo(Outcome.STALE);
        assertThat(last(first, 2).findings()).extracting(Finding::ruleId).containsExactly("XS-035");
        assertThat(outcome(second, 2)).isEqualTo(Outcome.HELD);
    }

    @Test
    void anOlderLineOfTheSameThingDoesNotTakeTheTurnOfTheOneThatWaits() {
        Records newer = Records.file("64", 3).en(JANE, "1", "P", "2007-01-08", "2007-02-01");
        Records older = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        history.send(newer);
        history.send(older);
        assertThat(outcome(older, 2)).isEqualTo(Outcome.STALE);
        assertThat(outcome(newer, 2)).isEqualTo(Outcome.HELD);
    }

    @Test
    void aNewerLineThatIsInTheViewMakesTheOneThatWaitsStale() {
        Records first = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        history.send(first);
        history.send(Records.file("64", 3).en(JANE, "1", "S", "2007-01-08", ""));
        assertThat(outcome(first, 2)).isEqualTo(Outcome.STALE);
    }

    @Test
    void aNewerLineThatSaysWhatTheViewSaysMakesTheOneThatWaitsStale() {
        history.send(Records.file("64", 2).en(JANE, "1", "S", "2007-01-08", ""));
        Records waits = Records.file("64", 3).en(JANE, "1", "P", "2007-01-08", "");
        history.send(waits);
        assertThat(outcome(waits, 2)).isEqualTo(Outcome.HELD);
        Records again = Records.file("64", 4).en(JANE, "1", "S", "2007-01-08", "");
        history.send(again);
        assertThat(outcome(again, 2)).isEqualTo(Outcome.UNCHANGED);
        assertThat(outcome(waits, 2)).isEqualTo(Outcome.STALE);
    }

    @Test
    void whatWaitedIsRefusedWhenItHasBecomeWrong() {
        Records waits = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        history.send(waits);
        history.send(Records.file("64", 3).en(JANE, "1", "S", "2007-01-02", ""));
        assertThat(outcome(waits, 2)).isEqualTo(Outcome.REJECTED);
        assertThat(last(waits, 2).findings()).extracting(Finding::ruleId).containsExactly("XS-024");
    }

    @Test
    void aLineThatWaitedWithinABatchOnlyIsToldOnce() {
        Records moved = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        Records ended = Records.file("63", 3).en(JANE, "733", "P", "2006-08-28", "2007-01-05");
        history.sendTogether(List.of(moved, ended));
        assertThat(history.toldAbout(moved, 2)).extracting(Decision::outcome).containsExactly(Outcome.ACCEPTED);
    }

    @Test
    void aDryRunReleasesNothingAndIsNotKept() {
        Records moved = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        history.send(moved);
        Records dry = Records.file("63", 3).validating().en(JANE, "733", "P", "2006-08-28", "2007-01-05");
        history.send(dry);
        assertThat(outcome(dry, 2)).isEqualTo(Outcome.ACCEPTED);
        assertThat(outcome(moved, 2)).isEqualTo(Outcome.HELD);
        Records dryMove = Records.file("65", 4).validating().en(JANE, "2", "P", "2007-01-08", "");
        history.send(dryMove);
        assertThat(outcome(dryMove, 2)).isEqualTo(Outcome.HELD);
        assertThat(view.heldLines(view.students.keySet()))
                .extracting(HeldLine::id)
                .containsExactly(new HeldLine.Id(moved.submissionId, 2));
    }

    @Test
    void whereOverlapsAreRefusedNothingWaits() {
        MemoryView strict = new MemoryView();
        History refusing = new History(strict, Map.of("aim.rule.other-district-overlap", "reject"));
        refusing.send(Records.file("63", 1)
                .adopting()
                .sd(JANE, "10045", "Doe", "Jane", "F", "1995-05-14")
                .en(JANE, "733", "P", "2006-08-28", ""));
        Records moved = Records.file("64", 2).en(JANE, "1", "P", "2007-01-08", "");
        refusing.send(moved);
        assertThat(refusing.toldAbout(moved, 2)).extracting(Decision::outcome).containsExactly(Outcome.REJECTED);
        assertThat(strict.heldLines(strict.students.keySet())).isEmpty();
    }

    private Outcome outcome(Records file, int line) {
        return last(file, line).outcome();
    }

    private List<Outcome> outcomes(Records file) {
        return file.all().stream().map(record -> outcome(file, record.line())).toList();
    }

    private Decision last(Records file, int line) {
        List<Decision> told = history.toldAbout(file, line);
        return told.get(told.size() - 1);
    }

    private List<String> schools() {
        return view.records.get(RecordKind.ENROLLMENT).values().stream()
                .flatMap(record -> record.enrollment().stream())
                .map(Enrollment::schoolNumber)
                .toList();
    }
}
