package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The students that matter for some children: those known before, and those the children before them became. */
final class Roster {

    private final Map<UUID, Student> byKey = new HashMap<>();
    private final Map<String, UUID> byStateId = new HashMap<>();
    private final Map<LocalId, UUID> byLocalId = new HashMap<>();
    private final Map<LocalDate, Set<UUID>> byBirthDate = new HashMap<>();
    private final Map<String, Set<UUID>> byName = new HashMap<>();

    void addAll(Collection<Student> students) {
        students.forEach(this::put);
    }

    /** Adds a student or replaces what was known. */
    void put(Student student) {
        byKey.put(student.key(), student);
        byStateId.put(student.stateId(), student.key());
        student.localIds().forEach(localId -> byLocalId.put(localId, student.key()));
        student.names().forEach(name -> {
            byBirthDate
                    .computeIfAbsent(name.birthDate(), date -> new LinkedHashSet<>())
                    .add(student.key());
            byName.computeIfAbsent(nameKey(name), names -> new LinkedHashSet<>())
                    .add(student.key());
        });
    }

    Optional<Student> byStateId(String stateId) {
        return Optional.ofNullable(byStateId.get(stateId)).map(byKey::get);
    }

    Optional<Student> byLocalId(LocalId localId) {
        return Optional.ofNullable(byLocalId.get(localId)).map(byKey::get);
    }

    /** Students with the birth date, the birth date with day and month swapped, or the same names. */
    List<Student> candidates(Demographics child) {
        Set<UUID> keys = new LinkedHashSet<>(byBirthDate.getOrDefault(child.birthDate(), Set.of()));
        swapped(child.birthDate()).ifPresent(date -> keys.addAll(byBirthDate.getOrDefault(date, Set.of())));
        keys.addAll(byName.getOrDefault(nameKey(child), Set.of()));
        List<Student> students = new ArrayList<>(keys.size());
        keys.forEach(key -> students.add(byKey.get(key)));
        return students;
    }

    /** The date with day and month swapped, where that is a date. */
    static Optional<LocalDate> swapped(LocalDate date) {
        return date.getDayOfMonth() <= 12
                ? Optional.of(LocalDate.of(date.getYear(), date.getDayOfMonth(), date.getMonthValue()))
                : Optional.empty();
    }

    private static String nameKey(Demographics name) {
        return name.normalLast() + "\t" + name.normalFirst();
    }
}
