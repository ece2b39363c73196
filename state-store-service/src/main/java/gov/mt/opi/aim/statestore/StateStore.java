package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.student.Rulings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What happens to accepted records: those that were applied before are left alone; the others are applied to an excerpt of
 * the statewide view, file by file in the order in which they came, and within a file students first, then enrollments,
 * programs, attendance; after each, lines that wait are judged again where something changed for them. What a dry run did is
 * forgotten; the rest is written. View, outcomes and events are one transaction.
 */
public final class StateStore {

    /** Applies the records of one type to an excerpt of the view. */
    public interface Merge {

        RecordType recordType();

        /** Decides about records of one file. */
        List<Decision> apply(List<RecordAccepted> records, Excerpt excerpt);

        /** Writes what changed in the excerpt into the view. */
        List<StateChange> save(Excerpt excerpt, StatewideView view);
    }

    private final StateTransactions transactions;
    private final List<Merge> merges;
    private final Settlement settlement;

    /**
     * The state-store.
     *
     * @param merges one for each type of record, in the order in which they are applied
     */
    public StateStore(StateTransactions transactions, List<Merge> merges) {
        this.transactions = transactions;
        this.merges = List.copyOf(merges);
        this.settlement = new Settlement(merges);
    }

    /** Applies a batch. Doing it again, in whole or in part, changes nothing. */
    public void apply(List<RecordAccepted> batch) {
        transactions.apply(view -> judge(view.undecided(batch), Rulings.none(), view));
    }

    /**
     * Judges lines again that wait, because what they waited for is there: as if they came now, each with its own source
     * version. A line that waits no more is left alone, so that doing it again changes nothing. Part of the transaction of
     * the view.
     *
     * @param lines the lines whole, as they were kept
     * @param rulings what people decided about some of them
     * @return what became of those that wait no more
     */
    public Applied judgeAgain(List<RecordAccepted> lines, Rulings rulings, StatewideView view) {
        Applied applied = judge(
                view.waiting(lines).stream()
                        .sorted(Comparator.comparing(SourceVersion::of))
                        .toList(),
                rulings,
                view);
        return new Applied(
                applied.decisions().stream()
                        .filter(decision -> decision.outcome() != Outcome.HELD)
                        .toList(),
                applied.changes());
    }

    /**
     * Judges the lines of students again that wait, because a person moved records. Part of the transaction of the view.
     *
     * @param but lines that go on to wait
     */
    public Applied judgeAgainOf(Collection<UUID> students, Set<HeldLine.Id> but, StatewideView view) {
        return settlement.judgeAgain(students, but, view);
    }

    private Applied judge(List<RecordAccepted> open, Rulings rulings, StatewideView view) {
        Excerpt excerpt = Excerpt.of(open, rulings, view);
        List<Decision> decisions = new ArrayList<>(open.size());
        for (List<RecordAccepted> file : SentFiles.of(open)) {
            boolean kept = file.get(0).mode() == Mode.SUBMIT;
            decide(file, kept ? excerpt : excerpt.rehearsal(), decisions);
        }
        return settlement.write(excerpt, decisions, view);
    }

    private void decide(List<RecordAccepted> file, Excerpt excerpt, List<Decision> decisions) {
        for (Merge merge : merges) {
            List<RecordAccepted> records = file.stream()
                    .filter(record -> record.recordType() == merge.recordType())
                    .toList();
            if (!records.isEmpty()) {
                decisions.addAll(merge.apply(records, excerpt));
                settlement.release(excerpt, decisions);
            }
        }
    }
}
