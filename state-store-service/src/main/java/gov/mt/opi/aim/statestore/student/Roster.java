package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.StatewideView;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The students that matter for the SD records of a batch: those known before, and those the records before made. What is
 * changed here goes to the view in the end; what a rehearsal changes goes nowhere.
 */
public final class Roster {

    private final Optional<Roster> before;
    private final Deque<UUID> keys;
    private final Deque<String> stateIds;
    private final StudentChanges changes = new StudentChanges();
    private final Map<UUID, Student> byKey = new HashMap<>();
    private final Map<UUID, StudentFacts> facts = new HashMap<>();
    private final Map<String, UUID> byStateId = new HashMap<>();
    private final Map<LocalId, UUID> byLocalId = new HashMap<>();
    private final Map<LocalDate, Set<UUID>> byBirthDate = new HashMap<>();
    private final Map<String, Set<UUID>> byName = new HashMap<>();

    private Roster(Optional<Roster> before, Deque<UUID> keys, Deque<String> stateIds) {
        this.before = before;
        this.keys = keys;
        this.stateIds = stateIds;
    }

    /** A roster of nobody, which issues nothing. */
    static Roster empty() {
        return new Roster(Optional.empty(), new ArrayDeque<>(), new ArrayDeque<>());
    }

    /** Everybody who could be meant by these SD records, and a State ID in reserve for everybody who may need one. */
    public static Roster of(List<RecordAccepted> records, StatewideView view) {
        if (records.isEmpty()) {
            return empty();
        }
        List<Child> children = Child.all(records);
        view.lockIdentities(children.stream().map(Child::demographics).toList());
        Roster known = empty();
        known.addAll(view.studentsByStateId(
                children.stream().flatMap(child -> child.stateId().stream()).collect(Collectors.toSet())));
        known.addAll(view.studentsByLocalId(
                children.stream().flatMap(child -> child.localId().stream()).collect(Collectors.toSet())));
        List<Child> strangers = children.stream()
                .filter(child -> child.stateId().flatMap(known::byStateId).isEmpty()
                        && child.localId().flatMap(known::byLocalId).isEmpty())
                .toList();
        List<Child> withoutStateId =
                strangers.stream().filter(child -> child.stateId().isEmpty()).toList();
        known.addAll(
                view.candidates(withoutStateId.stream().map(Child::demographics).toList()));
        known.keys.addAll(view.newKeys(strangers.size()));
        known.stateIds.addAll(view.newStateIds(withoutStateId.size()));
        return known;
    }

    /** The same students, for changes that are taken back. */
    public Roster rehearsal() {
        return new Roster(Optional.of(this), keys, stateIds);
    }

    /** What changed so far. */
    public StudentChanges changes() {
        return changes;
    }

    public boolean knows(String stateId) {
        return byStateId.containsKey(stateId)
                || before.filter(roster -> roster.knows(stateId)).isPresent();
    }

    /** What other records are checked against, of a student of this roster. */
    public Optional<StudentFacts> facts(String stateId) {
        UUID key = byStateId.get(stateId);
        return key == null
                ? before.flatMap(roster -> roster.facts(stateId))
                : Optional.of(facts.computeIfAbsent(key, student -> StudentFacts.of(byKey.get(student))));
    }

    UUID newKey() {
        return keys.pop();
    }

    String newStateId() {
        return stateIds.pop();
    }

    private void addAll(Collection<Student> students) {
        students.forEach(this::put);
    }

    /** Adds a student or replaces what was known. */
    void put(Student student) {
        byKey.put(student.key(), student);
        facts.remove(student.key());
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
        UUID key = byStateId.get(stateId);
        return key == null ? before.flatMap(roster -> roster.byStateId(stateId)) : Optional.of(byKey.get(key));
    }

    Optional<Student> byLocalId(LocalId localId) {
        UUID key = byLocalId.get(localId);
        return key == null
                ? before.flatMap(roster -> roster.byLocalId(localId)).map(student -> byKey(student.key()))
                : Optional.of(byKey.get(key));
    }

    /** Students with the birth date, the birth date with day and month swapped, or the same names. */
    List<Student> candidates(Demographics child) {
        Set<UUID> keysFound = new LinkedHashSet<>();
        addCandidates(child, swapped(child.birthDate()), nameKey(child), keysFound);
        List<Student> students = new ArrayList<>(keysFound.size());
        keysFound.forEach(key -> students.add(byKey(key)));
        return students;
    }

    private void addCandidates(Demographics child, Optional<LocalDate> swapped, String nameKey, Set<UUID> found) {
        before.ifPresent(roster -> roster.addCandidates(child, swapped, nameKey, found));
        found.addAll(byBirthDate.getOrDefault(child.birthDate(), Set.of()));
        swapped.ifPresent(date -> found.addAll(byBirthDate.getOrDefault(date, Set.of())));
        found.addAll(byName.getOrDefault(nameKey, Set.of()));
    }

    private Student byKey(UUID key) {
        Student student = byKey.get(key);
        return student == null ? before.orElseThrow().byKey(key) : student;
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
