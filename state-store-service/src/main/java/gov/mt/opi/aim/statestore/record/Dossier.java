package gov.mt.opi.aim.statestore.record;

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
    private final List<Enrollment> held = new ArrayList<>();
    private List<Enrollment> enrollments = List.of();

    /** A copy that changes without this one. */
    Dossier copy() {
        Dossier copy = new Dossier();
        records.forEach((kind, known) -> copy.records.put(kind, new HashMap<>(known)));
        copy.held.addAll(held);
        copy.enrollments = enrollments;
        return copy;
    }

    Optional<StoredRecord> find(RecordKind kind, List<String> naturalKey) {
        return Optional.ofNullable(records.getOrDefault(kind, Map.of()).get(naturalKey));
    }

    void put(RecordKind kind, StoredRecord record) {
        records.computeIfAbsent(kind, k -> new HashMap<>(4)).put(record.naturalKey(), record);
        if (kind == RecordKind.ENROLLMENT) {
            enrollments = all(kind).size() == 1
                    ? List.of(record.enrollment().orElseThrow())
                    : all(kind).stream()
                            .flatMap(known -> known.enrollment().stream())
                            .toList();
        }
    }

    /** Remembers an enrollment that waits. */
    void hold(Enrollment enrollment) {
        held.add(enrollment);
    }

    /** The enrollments in the view. */
    List<Enrollment> enrollments() {
        return enrollments;
    }

    /** Enrollments that wait and do not count. */
    List<Enrollment> held() {
        return held;
    }

    Collection<StoredRecord> all(RecordKind kind) {
        return records.getOrDefault(kind, Map.of()).values();
    }
}
