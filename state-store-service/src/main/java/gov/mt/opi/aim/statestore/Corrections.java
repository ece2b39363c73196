package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What people mend by hand. MT1.3 has no delete code, so a record that should not be there is taken out here: with a reason,
 * audited, and with a tombstone on its topic. What waited for it is judged again at once.
 *
 * <p>A record taken out keeps the source version of the newest that was said of it, lines that wait included: older lines are
 * stale afterwards as they were before, newer ones bring it back as the same thing with its next version.
 */
public final class Corrections {

    /**
     * A record that should not be there.
     *
     * @param kind its kind
     * @param key its opaque key
     * @param onlyDistrict the district whose record it must be; empty for OPI
     * @param who name of the caller
     * @param reason why, in words of the caller; kept with the record's key, never published
     */
    public record Voiding(RecordKind kind, UUID key, Optional<String> onlyDistrict, String who, String reason) {}

    private final StateTransactions transactions;
    private final Settlement settlement;

    public Corrections(StateTransactions transactions, List<StateStore.Merge> merges) {
        this.transactions = transactions;
        this.settlement = new Settlement(merges);
    }

    /**
     * Takes a record out of the view.
     *
     * @return false when there is no such record, or it is another district's
     */
    public boolean voidRecord(Voiding voiding) {
        AtomicBoolean found = new AtomicBoolean();
        transactions.apply(view -> {
            Optional<StoredRecord> record = view.record(voiding.kind(), voiding.key())
                    .filter(known -> voiding.onlyDistrict()
                            .map(known.naturalKey().get(0)::equals)
                            .orElse(true));
            found.set(record.isPresent());
            return record.map(known -> voidRecord(voiding, known, view))
                    .orElseGet(() -> new Applied(List.of(), List.of()));
        });
        return found.get();
    }

    private Applied voidRecord(Voiding voiding, StoredRecord record, StatewideView view) {
        Excerpt excerpt = Excerpt.around(record.studentKey(), view);
        List<Decision> decisions = new ArrayList<>();
        SourceVersion newest = record.source();
        for (HeldLine line : excerpt.dossiers().heldOf(voiding.kind(), record)) {
            excerpt.dossiers().release(line);
            decisions.add(Decision.stale(line.record()));
            newest = line.source().isNewerThan(newest) ? line.source() : newest;
        }
        StoredRecord gone = record.gone(newest);
        excerpt.dossiers().remove(voiding.kind(), gone, view.stateIdOf(record.studentKey()));
        settlement.release(excerpt, decisions);
        excerpt.dossiers().claim(view);
        // It goes first: the view refuses to hold, even for a moment, an enrollment beside the one whose place it
        // takes.
        view.takeOut(voiding.kind(), gone, voiding.who(), voiding.reason());
        Applied applied = settlement.writeClaimed(excerpt, decisions, view);
        view.audit(AuditEntry.of(voiding.who(), AuditAction.RECORD_VOIDED)
                .students(List.of(record.studentKey()))
                .about("kind", voiding.kind().name())
                .about("record", record.key().toString()));
        return applied;
    }
}
