package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.held.WaitsFor;
import gov.mt.opi.aim.statestore.identity.Joins.Holder;
import gov.mt.opi.aim.statestore.identity.Joins.TakenOut;
import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.time.temporal.Temporal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes two students one, and two again. What happened is told to the world in the same transaction. */
final class Joining {

    private static final String OVERLAP = "XS-022";

    private final StewardView view;
    private final StateStore stateStore;
    private final Joins joins;
    private final String by;
    private final String reason;
    private final List<Decision> decisions = new ArrayList<>();
    private final List<StateChange> changes = new ArrayList<>();

    Joining(StewardView view, StateStore stateStore, String by, String reason) {
        this.view = view;
        this.stateStore = stateStore;
        this.by = by;
        this.reason = reason;
        this.joins = view.joins();
    }

    /**
     * Retires a State ID into another. Records move; of two that are the same thing the newer stays; a Primary enrollment
     * that would share a day with one of the survivor's waits.
     */
    Applied merge(Holder loser, Holder survivor) {
        joins.begin(loser.key(), survivor.key(), by, reason);
        for (RecordKind kind : RecordKind.values()) {
            Placement placement = Placement.of(joins.records(kind, loser.key()), joins.records(kind, survivor.key()));
            joins.takeOut(kind, placement.takenOut());
            joins.move(kind, placement.placed().stream().map(StoredRecord::key).toList(), survivor.key());
            placement
                    .takenOut()
                    .forEach(record -> changes.add(
                            gone(kind, record, record.studentKey().equals(loser.key()) ? loser : survivor)));
            tell(kind, placement.placed());
            hold(kind, placement.waiting(), survivor);
        }
        view.decideOtherwise(decisions);
        changes.addAll(joins.studentsNow(Set.of(loser.key(), survivor.key())));
        return new Applied(decisions, changes).and(judgeWaiting(Map.of(survivor.key(), survivor)));
    }

    /**
     * Undoes a merge. What came from the loser goes back, what merges took out of the view returns unless something else has
     * its place; what came after the merge stays where it is.
     */
    Applied split(Holder loser) {
        Holder survivor = loser.survivor().orElseThrow();
        joins.undo(loser.key(), survivor.key(), by, reason)
                .forEach((kind, keys) -> changes.addAll(joins.recordsNow(kind, keys)));
        Map<UUID, Holder> owners = Map.of(loser.key(), loser, survivor.key(), survivor);
        joins.takenOut(owners.keySet()).forEach(takenOut -> restore(takenOut, owners.get(takenOut.owner())));
        view.decideOtherwise(decisions);
        changes.addAll(joins.studentsNow(owners.keySet()));
        return new Applied(decisions, changes).and(judgeWaiting(owners));
    }

    /**
     * What waits because of a merge goes on to wait: only what a district does makes room for it. So does a line that names
     * another State ID and is about a thing that the view has, because in its place it would hide what must come back when
     * the merge is undone.
     */
    private Applied judgeWaiting(Map<UUID, Holder> students) {
        Set<HeldLine.Id> waiting = joins.takenOut(students.keySet()).stream()
                .map(takenOut -> takenOut.record().source())
                .map(source -> new HeldLine.Id(source.submissionId(), source.line()))
                .collect(Collectors.toCollection(HashSet::new));
        for (HeldLine line : view.heldLines(students.keySet())) {
            RecordKind kind = RecordKind.of(line.record().recordType());
            List<String> naturalKey = kind.naturalKey(line.record());
            boolean named = students.get(line.studentKey())
                    .stateId()
                    .equals(line.record().text("stateId"));
            if (!named
                    && joins.records(kind, line.studentKey()).stream()
                            .anyMatch(known -> known.naturalKey().equals(naturalKey))) {
                waiting.add(line.id());
            }
        }
        return stateStore.judgeAgainOf(students.keySet(), waiting, view);
    }

    private void restore(TakenOut takenOut, Holder owner) {
        RecordKind kind = takenOut.kind();
        Placement placement = Placement.of(List.of(takenOut.record()), joins.records(kind, owner.key()));
        List<StoredRecord> displaced = placement.takenOut().stream()
                .filter(record -> !record.equals(takenOut.record()))
                .toList();
        joins.takeOut(kind, displaced);
        displaced.forEach(record -> changes.add(gone(kind, record, owner)));
        hold(kind, placement.waiting(), owner);
        if (!placement.placed().isEmpty()) {
            joins.restore(takenOut);
            tell(kind, List.of(takenOut.record()));
            decisions.add(Decision.of(asLine(kind, takenOut.record(), owner.stateId()), Outcome.ACCEPTED));
        }
    }

    private void tell(RecordKind kind, List<StoredRecord> records) {
        changes.addAll(
                joins.recordsNow(kind, records.stream().map(StoredRecord::key).toList()));
    }

    private void hold(RecordKind kind, Map<StoredRecord, Enrollment> waiting, Holder student) {
        waiting.forEach((record, inTheWay) -> {
            RecordAccepted line = asLine(kind, record, joins.letWait(kind, record, student.key(), by));
            String where = "district " + inTheWay.districtNumber() + ", " + inTheWay.inWords();
            decisions.add(Decision.held(
                    line,
                    List.of(Decision.finding(OVERLAP, line, "startDate", where)),
                    new WaitsFor(
                            "the end date of the enrollment in " + where + ": two State IDs were merged",
                            Optional.of(inTheWay.districtNumber()),
                            Optional.of(student.key()))));
        });
    }

    private StateChange gone(RecordKind kind, StoredRecord record, Holder owner) {
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
        fields.replaceAll((property, value) -> value instanceof Temporal ? value.toString() : value);
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
