package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.statestore.held.HeldLine;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The records of one student, in every district, as far as a batch needs them. */
final class Dossier {

    private final Map<RecordKind, Map<List<String>, StoredRecord>> records = new EnumMap<>(RecordKind.class);
    private final Map<RecordKind, Map<List<String>, StoredRecord>> voided = new EnumMap<>(RecordKind.class);
    private List<HeldLine> held = List.of();
    private List<Enrollment> enrollments = List.of();

    /** A copy that changes without this one. */
    Dossier copy() {
        Dossier copy = new Dossier();
        records.forEach((kind, known) -> copy.records.put(kind, new HashMap<>(known)));
        copy.voided.putAll(voided);
        copy.held = held;
        copy.enrollments = enrollments;
        return copy;
    }

    Optional<StoredRecord> find(RecordKind kind, List<String> naturalKey) {
        return Optional.ofNullable(records.getOrDefault(kind, Map.of()).get(naturalKey));
    }

    void put(RecordKind kind, StoredRecord record) {
        records.computeIfAbsent(kind, k -> new HashMap<>(4)).put(record.naturalKey(), record);
        if (kind == RecordKind.ENROLLMENT) {
            enrollments = all(kind).size() == 1 ? List.of(record.enrollment().orElseThrow()) : stays();
        }
    }

    void remove(RecordKind kind, StoredRecord record) {
        records.getOrDefault(kind, new HashMap<>()).remove(record.naturalKey());
        enrollments = stays();
    }

    /** Remembers a record that was taken out of the view. Of two that tell the same thing, after a merge, the newer counts. */
    void putVoided(RecordKind kind, StoredRecord record) {
        voided.computeIfAbsent(kind, k -> new HashMap<>(4))
                .merge(
                        record.naturalKey(),
                        record,
                        (one, other) -> one.source().isNewerThan(other.source()) ? one : other);
    }

    /** The record as the view has it, or as it was taken out of the view. */
    Optional<StoredRecord> findOrVoided(RecordKind kind, List<String> naturalKey) {
        return find(kind, naturalKey)
                .or(() ->
                        Optional.ofNullable(voided.getOrDefault(kind, Map.of()).get(naturalKey)));
    }

    private List<Enrollment> stays() {
        return all(RecordKind.ENROLLMENT).stream()
                .flatMap(known -> known.enrollment().stream())
                .toList();
    }

    /** Remembers a line that waits. */
    void hold(HeldLine line) {
        List<HeldLine> more = new ArrayList<>(held);
        more.add(line);
        held = more;
    }

    void release(HeldLine line) {
        held = held.stream().filter(waiting -> !waiting.id().equals(line.id())).toList();
    }

    /** The enrollments in the view. */
    List<Enrollment> enrollments() {
        return enrollments;
    }

    /** Lines that wait and do not count. */
    List<HeldLine> held() {
        return held;
    }

    Collection<StoredRecord> all(RecordKind kind) {
        return records.getOrDefault(kind, Map.of()).values();
    }
}
