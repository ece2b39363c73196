package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.StatewideView;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Past past;
    private final Rulings rulings;
    private final Deque<String> stateIds;
    private final StudentChanges changes = new StudentChanges();
    private final Map<UUID, Student> byKey = new HashMap<>();
    private final Map<UUID, StudentFacts> facts = new HashMap<>();
    private final Map<String, UUID> byStateId = new HashMap<>();
    private final Map<LocalId, UUID> byLocalId = new HashMap<>();
    /** Made when the first child asks for candidates: most files are of children who are known. */
    private Optional<Map<String, Set<UUID>>> byLookup = Optional.empty();

    private Roster(Optional<Roster> before, Past past, Rulings rulings, Deque<String> stateIds) {
        this.before = before;
        this.past = past;
        this.rulings = rulings;
        this.stateIds = stateIds;
    }

    /** A roster of nobody, which issues nothing. */
    static Roster empty() {
        return new Roster(Optional.empty(), Past.none(), Rulings.none(), new ArrayDeque<>());
    }

    /** Everybody who could be meant by these SD records, and a State ID in reserve for everybody who may need one. */
    public static Roster of(List<RecordAccepted> records, Rulings rulings, StatewideView view) {
        if (records.isEmpty()) {
            return empty();
        }
        List<Child> children = Child.all(records);
        view.lockIdentities(children.stream().map(Child::demographics).toList());
        Roster known = new Roster(Optional.empty(), Past.of(view), rulings, new ArrayDeque<>());
        Set<String> given = new HashSet<>(rulings.stateIds());
        children.forEach(child -> child.stateId().ifPresent(given::add));
        known.addGiven(given, view);
        // A local ID is one student's: whom the State ID led to need not be fetched once more by it.
        known.addAll(view.studentsByLocalId(children.stream()
                .flatMap(child -> child.localId().stream())
                .filter(localId -> !known.byLocalId.containsKey(localId))
                .collect(Collectors.toSet())));
        List<Child> strangers = children.stream()
                .filter(child -> child.stateId().flatMap(known::byStateId).isEmpty()
                        && child.localId().flatMap(known::byLocalId).isEmpty())
                .toList();
        List<Child> withoutStateId =
                strangers.stream().filter(child -> child.stateId().isEmpty()).toList();
        List<Student> candidates =
                view.candidates(withoutStateId.stream().map(Child::demographics).toList());
        known.addAll(candidates);
        if (!candidates.isEmpty()) {
            known.past.remember(whoseHistoryMatters(withoutStateId, known));
        }
        known.stateIds.addAll(view.newStateIds(withoutStateId.size()));
        return known;
    }

    /** The same students, for changes that are taken back. */
    public Roster rehearsal() {
        return new Roster(Optional.of(this), past, rulings, stateIds);
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

    /** Where students were enrolled before the batch, and what schools districts have. */
    public Past past() {
        return past;
    }

    /** What people decided about the children. */
    Rulings rulings() {
        return rulings;
    }

    String newStateId() {
        return stateIds.pop();
    }

    private void addAll(Collection<Student> students) {
        students.forEach(this::put);
    }

    /** The students of State IDs that districts gave. An ID that is nobody's any more leads to its survivor. */
    private void addGiven(Set<String> given, StatewideView view) {
        addAll(view.studentsByStateId(given));
        Set<String> unknown = new HashSet<>(given);
        unknown.removeAll(byStateId.keySet());
        if (!unknown.isEmpty()) {
            Map<String, String> survivors = view.survivors(unknown);
            if (!survivors.isEmpty()) {
                addAll(view.studentsByStateId(Set.copyOf(survivors.values())));
                survivors.forEach((retired, survivor) -> byStateId.put(retired, byStateId.get(survivor)));
            }
        }
    }

    /** Adds a student or replaces what was known. */
    void put(Student student) {
        byKey.put(student.key(), student);
        facts.remove(student.key());
        byStateId.put(student.stateId(), student.key());
        student.localIds().forEach(localId -> byLocalId.put(localId, student.key()));
        byLookup.ifPresent(lookups -> index(student, lookups));
    }

    /** The student of a State ID, or the survivor of a retired one. */
    Optional<Student> byStateId(String stateId) {
        UUID key = byStateId.get(stateId);
        return key == null
                ? before.flatMap(roster -> roster.byStateId(stateId)).map(student -> byKey(student.key()))
                : Optional.of(byKey(key));
    }

    Optional<Student> byLocalId(LocalId localId) {
        UUID key = byLocalId.get(localId);
        return key == null
                ? before.flatMap(roster -> roster.byLocalId(localId)).map(student -> byKey(student.key()))
                : Optional.of(byKey(key));
    }

    /** Students whom the child may be, by the {@link Lookups}. */
    List<Student> candidates(Demographics child) {
        Set<UUID> found = new LinkedHashSet<>();
        addCandidates(Lookups.keysFor(child), found);
        List<Student> students = new ArrayList<>(found.size());
        found.forEach(key -> students.add(byKey(key)));
        return students;
    }

    private void addCandidates(List<String> lookups, Set<UUID> found) {
        before.ifPresent(roster -> roster.addCandidates(lookups, found));
        Map<String, Set<UUID>> index = byLookup.orElseGet(this::index);
        lookups.forEach(key -> found.addAll(index.getOrDefault(key, Set.of())));
    }

    private Map<String, Set<UUID>> index() {
        Map<String, Set<UUID>> lookups = new HashMap<>();
        byKey.values().forEach(student -> index(student, lookups));
        byLookup = Optional.of(lookups);
        return lookups;
    }

    private static void index(Student student, Map<String, Set<UUID>> lookups) {
        for (Demographics name : student.names()) {
            for (String key : Lookups.keysOf(name)) {
                lookups.computeIfAbsent(key, k -> new LinkedHashSet<>(2)).add(student.key());
            }
        }
    }

    private Student byKey(UUID key) {
        Student student = byKey.get(key);
        return student == null ? before.orElseThrow().byKey(key) : student;
    }

    /** Candidates of whom the enrollments may decide. */
    private static Set<UUID> whoseHistoryMatters(List<Child> children, Roster known) {
        Set<UUID> students = new HashSet<>();
        for (Child child : children) {
            for (Student candidate : known.candidates(child.demographics())) {
                if (Likeness.of(child, candidate).dependsOnHistory(child)) {
                    students.add(candidate.key());
                }
            }
        }
        return students;
    }
}
