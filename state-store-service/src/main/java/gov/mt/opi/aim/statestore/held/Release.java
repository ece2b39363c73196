package gov.mt.opi.aim.statestore.held;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.Excerpt;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.record.Dossiers;
import gov.mt.opi.aim.statestore.record.RecordKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Judges lines that wait again, when something changed for which they may wait: as if they came now, in the order of their
 * source versions, enrollments before programs before attendance. Where one line takes its place, others may follow, so it
 * goes round until a round moves nothing. Of several lines that tell the same thing only the newest can still be right: the
 * others are stale.
 */
public final class Release {

    private final List<StateStore.Merge> merges;

    /**
     * Release through the same merges that judged the lines before.
     *
     * @param merges in the order in which the types of record are applied
     */
    public Release(List<StateStore.Merge> merges) {
        this.merges = List.copyOf(merges);
    }

    /** What became of the waiting lines whose students were stirred since the last call; of those that go on, nothing. */
    public List<Decision> of(Excerpt excerpt) {
        List<Decision> decisions = new ArrayList<>();
        for (UUID student : excerpt.dossiers().stirred()) {
            decisions.addAll(new Turn(excerpt, student).take());
        }
        return decisions;
    }

    /** The waiting lines of one student. */
    private final class Turn {
        private final Excerpt excerpt;
        private final Dossiers dossiers;
        private final UUID student;
        private final List<HeldLine> before;
        private final Map<HeldLine.Id, Decision> decisions = new LinkedHashMap<>();

        Turn(Excerpt excerpt, UUID student) {
            this.excerpt = excerpt;
            this.dossiers = excerpt.dossiers();
            this.student = student;
            this.before = inOrder();
        }

        List<Decision> take() {
            dropOlderOfTheSame();
            boolean moved;
            do {
                moved = false;
                for (StateStore.Merge merge : merges) {
                    moved |= judge(merge);
                }
            } while (moved);
            before.forEach(this::forgetUnlessNews);
            return List.copyOf(decisions.values());
        }

        private void dropOlderOfTheSame() {
            Map<List<Object>, HeldLine> newest = new HashMap<>();
            for (HeldLine line : inOrder()) {
                HeldLine older = newest.put(thing(line), line);
                if (older != null) {
                    dossiers.release(older);
                    decisions.put(older.id(), Decision.stale(older.record()));
                }
            }
        }

        private boolean judge(StateStore.Merge merge) {
            boolean moved = false;
            for (HeldLine line : inOrder()) {
                if (line.record().recordType() == merge.recordType()) {
                    dossiers.release(line);
                    Decision decision =
                            merge.apply(List.of(line.record()), excerpt).get(0);
                    decisions.put(line.id(), decision);
                    moved |= decision.outcome() != Outcome.HELD;
                }
            }
            return moved;
        }

        /** A line that goes on to wait is told of only when it waits for something else. */
        private void forgetUnlessNews(HeldLine line) {
            Decision decision = decisions.get(line.id());
            if (decision.outcome() == Outcome.HELD
                    && decision.waitsFor().filter(line.waitsFor()::equals).isPresent()) {
                decisions.remove(line.id());
            }
        }

        private List<HeldLine> inOrder() {
            return dossiers.held(student).stream()
                    .sorted(Comparator.comparing(HeldLine::source))
                    .toList();
        }
    }

    private static List<Object> thing(HeldLine line) {
        RecordKind kind = RecordKind.of(line.record().recordType());
        return List.of(kind, kind.naturalKey(line.record()));
    }
}
