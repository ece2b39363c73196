package gov.mt.opi.aim.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.layout.RecordType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class LineOutcomesTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");

    private Map<Integer, byte[]> stored = new HashMap<>();

    @Test
    void countsAnOutcomeOnce() {
        LineOutcomes first = merge(event(2, Outcome.ACCEPTED, DecidedBy.STATE_STORE));
        assertThat(first.countChange("SD", Outcome.ACCEPTED)).isEqualTo(1);

        LineOutcomes again = merge(event(2, Outcome.ACCEPTED, DecidedBy.STATE_STORE));
        assertThat(again.changed()).isEmpty();
        assertThat(again.countChanges()).isEmpty();
        assertThat(again.changedSegments()).isEmpty();
    }

    @Test
    void countsAnOutcomeOnceThatIsTwiceInABatch() {
        RecordOutcome event = event(2, Outcome.ACCEPTED, DecidedBy.STATE_STORE);
        assertThat(merge(event, event).countChange("SD", Outcome.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void believesTheStateStoreMoreThanValidation() {
        merge(event(2, Outcome.REJECTED, DecidedBy.VALIDATION));
        LineOutcomes after = merge(event(2, Outcome.ACCEPTED, DecidedBy.STATE_STORE));
        assertThat(after.countChange("SD", Outcome.REJECTED)).isEqualTo(-1);
        assertThat(after.countChange("SD", Outcome.ACCEPTED)).isEqualTo(1);
        assertThat(after.replaced()).containsExactly(2);

        assertThat(merge(event(2, Outcome.REJECTED, DecidedBy.VALIDATION)).changed())
                .isEmpty();
    }

    @Test
    void takesTheStateStoresRejectionForValidationsWithoutCountingItTwice() {
        merge(event(2, Outcome.REJECTED, DecidedBy.VALIDATION));
        LineOutcomes after = merge(event(2, Outcome.REJECTED, DecidedBy.STATE_STORE));
        assertThat(after.countChange("SD", Outcome.REJECTED)).isZero();
        assertThat(after.changed()).hasSize(1);
    }

    @Test
    void replacesHeldByWhatWasDecidedAndNeverTheOtherWay() {
        merge(event(2, Outcome.HELD, DecidedBy.STATE_STORE));
        LineOutcomes decided = merge(event(2, Outcome.ACCEPTED, DecidedBy.STATE_STORE));
        assertThat(decided.countChange("SD", Outcome.HELD)).isEqualTo(-1);

        LineOutcomes replayed =
                merge(event(2, Outcome.HELD, DecidedBy.STATE_STORE), event(2, Outcome.ACCEPTED, DecidedBy.STATE_STORE));
        assertThat(replayed.changed()).isEmpty();
    }

    @Test
    void tellsWhatALineWaitsForNowAndCountsItOnce() {
        merge(event(2, Outcome.HELD, DecidedBy.STATE_STORE));
        LineOutcomes other = merge(event(2, Outcome.HELD, DecidedBy.STATE_STORE));
        assertThat(other.changed()).hasSize(1);
        assertThat(other.replaced()).containsExactly(2);
        assertThat(other.countChanges()).isEmpty();
        assertThat(other.changedSegments()).isEmpty();
    }

    @Test
    void keepsOnlyTheLastEventOfALineInABatch() {
        LineOutcomes both =
                merge(event(2, Outcome.HELD, DecidedBy.STATE_STORE), event(2, Outcome.ACCEPTED, DecidedBy.STATE_STORE));
        assertThat(both.changed()).extracting(RecordOutcome::outcome).containsExactly(Outcome.ACCEPTED);
        assertThat(both.countChange("SD", Outcome.HELD)).isZero();
        assertThat(both.countChange("SD", Outcome.ACCEPTED)).isEqualTo(1);
    }

    @Test
    void ignoresLinesThatTheFileDoesNotHave() {
        LineOutcomes lines = merge(
                event(0, Outcome.ACCEPTED, DecidedBy.STATE_STORE),
                event(1, Outcome.ACCEPTED, DecidedBy.STATE_STORE),
                event(-5, Outcome.ACCEPTED, DecidedBy.STATE_STORE),
                event(5001, Outcome.ACCEPTED, DecidedBy.STATE_STORE),
                event(2, null, DecidedBy.STATE_STORE));
        assertThat(lines.ignored()).isEqualTo(5);
        assertThat(lines.changed()).isEmpty();
    }

    @Test
    void touchesOnlyTheSegmentsOfItsLines() {
        LineOutcomes lines = merge(
                event(1023, Outcome.ACCEPTED, DecidedBy.STATE_STORE),
                event(1024, Outcome.ACCEPTED, DecidedBy.STATE_STORE),
                event(5000, Outcome.STALE, DecidedBy.STATE_STORE));
        assertThat(lines.changedSegments()).containsExactly(0, 1, 4);
        assertThat(lines.segment(0)[1023]).isEqualTo((byte) 1);
        assertThat(lines.segment(1)[0]).isEqualTo((byte) 1);
    }

    @Test
    void countsInfoOfTheWholeFileByItsLargestTellingAndInfoOfLinesBySum() {
        LineOutcomes lines =
                merge(event(2, Map.of("REC-008", 7, "XS-900", 1)), event(3, Map.of("REC-008", 7, "XS-900", 1)));
        assertThat(lines.info().ofFile()).containsEntry("REC-008", 7);
        assertThat(lines.info().ofLines()).containsEntry("XS-900", 2);
    }

    @Test
    void countsLinesWithoutAKnownTypeAsOther() {
        LineOutcomes lines = merge(new RecordOutcome(
                1, ID, "63", 2, null, Outcome.REJECTED, DecidedBy.VALIDATION, List.of(), Map.of(), null));
        assertThat(lines.countChange("OTHER", Outcome.REJECTED)).isEqualTo(1);
    }

    private LineOutcomes merge(RecordOutcome... events) {
        LineOutcomes lines = new LineOutcomes(ID, 5000, stored);
        for (RecordOutcome event : events) {
            lines.merge(event);
        }
        Map<Integer, byte[]> after = new HashMap<>(stored);
        lines.changedSegments().forEach(number -> after.put(number, lines.segment(number)));
        stored = after;
        return lines;
    }

    private static RecordOutcome event(int line, Outcome outcome, DecidedBy by) {
        return new RecordOutcome(1, ID, "63", line, RecordType.SD, outcome, by, List.of(), Map.of(), null);
    }

    private static RecordOutcome event(int line, Map<String, Integer> info) {
        return new RecordOutcome(
                1, ID, "63", line, RecordType.SD, Outcome.ACCEPTED, DecidedBy.STATE_STORE, List.of(), info, null);
    }
}
