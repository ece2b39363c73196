package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.identity.Joins.Holder;
import gov.mt.opi.aim.statestore.identity.Joins.TakenOut;
import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Makes two students one, and two again. What happened is told to the world in the same transaction. */
final class Joining {

    private static final String OVERLAP = "XS-022";

    private final StewardView view;
    private final Joins joins;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<StateChange> changes = new ArrayList<>();

    Joining(StewardView view) {
        this.view = view;
        this.joins = view.joins();
    }

    /**
     * Retires a State ID into another. Records move; of two that are the same thing the newer stays; a Primary enrollment
     * that would share a day with one of the survivor's waits.
     */
    Applied merge(Holder loser, Holder survivor, String by, String reason) {
        Joins.Merge merge = joins.begin(loser.key(), survivor.key(), by, reason);
        for (RecordKind kind : RecordKind.values()) {
            List<StoredRecord> coming = joins.records(kind, Set.of(loser.key()));
            Placement placement = Placement.of(coming, joins.records(kind, Set.of(survivor.key())));
            joins.takeOut(merge, kind, placement.takenOut());
            joins.move(
                    merge,
                    kind,
                    placement.placed().stream().map(StoredRecord::key).toList(),
                    survivor.key());
            placement.takenOut().forEach(record -> changes.add(gone(kind, record, loser, survivor)));
            tell(kind, placement.placed());
            hold(kind, placement.waiting(), survivor);
        }
        view.decideOtherwise(decisions);
        changes.addAll(joins.studentsNow(Set.of(loser.key(), survivor.key())));
        return new Applied(decisions, changes);
    }

    /**
     * Undoes a merge. What came from the loser goes back, what the merge took out of the view returns unless something newer
     * has its place; what came after the merge stays where it is.
     */
    Applied split(Holder loser, Joins.Merge merge, String by, String reason) {
        Holder survivor = loser.survivor().orElseThrow();
        Map<RecordKind, Set<UUID>> back = joins.undo(merge, survivor.key(), by, reason);
        back.forEach((kind, keys) -> changes.addAll(joins.recordsNow(kind, keys)));
        Map<UUID, Holder> owners = Map.of(loser.key(), loser, survivor.key(), survivor);
        for (TakenOut takenOut : joins.takenOut(merge)) {
            restore(merge, takenOut, owners.getOrDefault(takenOut.record().studentKey(), survivor), survivor);
        }
        view.decideOtherwise(decisions);
        changes.addAll(joins.studentsNow(Set.of(loser.key(), survivor.key())));
        return new Applied(decisions, changes);
    }

    private void restore(Joins.Merge merge, TakenOut takenOut, Holder owner, Holder survivor) {
        RecordKind kind = takenOut.kind();
        StoredRecord record = takenOut.record();
        // A line that waited because of the merge may be in the view again, as the survivor's.
        List<StoredRecord> ofTheLine = joins.records(kind, Set.of(survivor.key())).stream()
                .filter(known -> known.source().equals(record.source()) && !owner.equals(survivor))
                .toList();
        if (!ofTheLine.isEmpty()) {
            joins.move(merge, kind, List.of(ofTheLine.get(0).key()), owner.key());
            tell(kind, ofTheLine);
            return;
        }
        Placement placement = Placement.of(List.of(record), joins.records(kind, Set.of(owner.key())));
        if (!placement.waiting().isEmpty()) {
            hold(kind, placement.waiting(), owner);
        } else if (!placement.placed().isEmpty() && placement.takenOut().isEmpty()) {
            // The tombstone had the next version.
            StoredRecord restored = new StoredRecord(
                    record.key(),
                    owner.key(),
                    record.naturalKey(),
                    record.enrollment(),
                    record.fields(),
                    record.contentHash(),
                    record.version() + 2,
                    record.source());
            joins.restore(kind, restored);
            tell(kind, List.of(restored));
            decisions.add(Decision.of(asLine(kind, record, owner.stateId()), Outcome.ACCEPTED));
        }
    }

    private void tell(RecordKind kind, List<StoredRecord> records) {
        changes.addAll(
                joins.recordsNow(kind, records.stream().map(StoredRecord::key).toList()));
    }

    private void hold(RecordKind kind, Map<StoredRecord, Enrollment> waiting, Holder student) {
        waiting.forEach((record, inTheWay) -> {
            RecordAccepted line = asLine(kind, record, student.stateId());
            String where = "district " + inTheWay.districtNumber() + ", " + inTheWay.inWords();
            decisions.add(Decision.held(
                    line,
                    List.of(Decision.finding(OVERLAP, line, "startDate", where)),
                    "the end date of the enrollment in " + where + ": two State IDs were merged"));
        });
    }

    private StateChange gone(RecordKind kind, StoredRecord record, Holder loser, Holder survivor) {
        Holder owner = record.studentKey().equals(loser.key()) ? loser : survivor;
        return StateChange.gone(
                kind.topic(),
                record.key(),
                new StateChanged(
                        1,
                        owner.key(),
                        owner.stateId(),
                        record.fields().get("districtNumber").toString(),
                        view.now(),
                        record.version() + 1,
                        new Source(
                                record.source().submissionId(), record.source().line()),
                        Map.of()));
    }

    /** The record as the line that once brought it. */
    private static RecordAccepted asLine(RecordKind kind, StoredRecord record, String stateId) {
        Map<String, Object> fields = new HashMap<>(record.fields());
        fields.put("stateId", stateId);
        fields.replaceAll((property, value) -> value instanceof java.time.temporal.Temporal ? value.toString() : value);
        return new RecordAccepted(
                1,
                record.source().submissionId(),
                record.fields().get("districtNumber").toString(),
                record.source().sequence(),
                record.source().line(),
                record.source().headerTimestamp(),
                Mode.SUBMIT,
                false,
                kind.recordType(),
                fields,
                List.of(),
                Map.of());
    }
}
