package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.StatewideView;
import gov.mt.opi.aim.statestore.student.Stay;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/**
 * The records of the students of a batch, and the count dates of its schools. What changes here goes to the view in the
 * end; what a rehearsal changes goes nowhere.
 */
public final class Dossiers {

    private static final int KEYS_AT_ONCE = 500;

    /**
     * A record that the batch made or changed.
     *
     * @param record the record as it stands now
     * @param stateId the student's State ID
     */
    record Changed(StoredRecord record, String stateId) {}

    private final Optional<Dossiers> before;
    private final Optional<StatewideView> view;
    private final Map<CalendarKey, LocalDate> countDates;
    private final Map<UUID, Dossier> byStudent = new HashMap<>();
    private final Map<RecordKind, Map<UUID, Changed>> changed = new EnumMap<>(RecordKind.class);
    private final Deque<UUID> keys;
    /** Students of programs and attendance, by State ID. */
    private final Map<String, UUID> mayWait = new HashMap<>();

    private Optional<Map<UUID, List<Enrollment>>> heldBefore = Optional.empty();

    private Dossiers(
            Optional<Dossiers> before,
            Optional<StatewideView> view,
            Map<CalendarKey, LocalDate> countDates,
            Deque<UUID> keys) {
        this.before = before;
        this.view = view;
        this.countDates = countDates;
        this.keys = keys;
    }

    /** Nobody's records. */
    public static Dossiers none() {
        return new Dossiers(Optional.empty(), Optional.empty(), Map.of(), new ArrayDeque<>());
    }

    /** All that the rules of these records may look at. */
    public static Dossiers of(
            List<RecordAccepted> records, Function<String, Optional<StudentFacts>> students, StatewideView view) {
        Needs needs = Needs.of(records, students);
        Dossiers dossiers = new Dossiers(
                Optional.empty(),
                Optional.of(view),
                needs.calendars.isEmpty() ? Map.of() : view.testWindowDates(needs.calendars),
                new ArrayDeque<>());
        needs.students.forEach((kind, keys) -> view.recordsOf(kind, keys)
                .forEach((student, stored) ->
                        stored.forEach(record -> dossiers.of(student).put(kind, record))));
        dossiers.mayWait.putAll(needs.mayWait);
        return dossiers;
    }

    /** The same records, for changes that are taken back. */
    public Dossiers rehearsal() {
        return new Dossiers(Optional.of(this), view, countDates, keys);
    }

    /** The records of a student. */
    Dossier of(UUID student) {
        Dossier known = byStudent.get(student);
        if (known == null) {
            known = before.map(others -> others.of(student).copy()).orElseGet(Dossier::new);
            byStudent.put(student, known);
        }
        return known;
    }

    /** The last day of the testing window, where the registry says it. */
    Optional<LocalDate> countDate(CalendarKey calendar) {
        return Optional.ofNullable(countDates.get(calendar));
    }

    /** A key for a new thing. */
    UUID newKey() {
        if (keys.isEmpty()) {
            keys.addAll(view.orElseThrow().newKeys(KEYS_AT_ONCE));
        }
        return keys.pop();
    }

    void put(RecordKind kind, StoredRecord record, String stateId) {
        of(record.studentKey()).put(kind, record);
        changed.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(record.key(), new Changed(record, stateId));
    }

    Collection<Changed> changed(RecordKind kind) {
        return changed.getOrDefault(kind, Map.of()).values();
    }

    /** The enrollments of a student that the batch made or changed, as they stand now. */
    public List<Stay> enrollmentsMade(UUID student) {
        List<Stay> made = new ArrayList<>();
        before.ifPresent(others -> made.addAll(others.enrollmentsMade(student)));
        for (Changed change : changed(RecordKind.ENROLLMENT)) {
            StoredRecord record = change.record();
            if (record.studentKey().equals(student)) {
                Enrollment enrollment = record.enrollment().orElseThrow();
                Object localId = record.fields().get("localId");
                made.add(Stay.of(
                        record.key(),
                        enrollment.districtNumber(),
                        enrollment.schoolNumber(),
                        localId == null ? "" : localId.toString(),
                        enrollment.end()));
            }
        }
        return made;
    }

    /** Remembers an enrollment that waits. */
    void hold(UUID student, Enrollment enrollment) {
        of(student).hold(enrollment);
    }

    /**
     * The student's enrollments that wait. Those that waited before the batch are asked for, of all its students at once,
     * when the first program or attendance lacks its enrollment: most batches have none.
     */
    List<Enrollment> held(UUID student) {
        List<Enrollment> held = new ArrayList<>(of(student).held());
        held.addAll(heldBefore().getOrDefault(student, List.of()));
        return held;
    }

    private Map<UUID, List<Enrollment>> heldBefore() {
        if (before.isPresent()) {
            return before.get().heldBefore();
        }
        if (heldBefore.isEmpty()) {
            Map<UUID, List<Enrollment>> found = new HashMap<>();
            if (!mayWait.isEmpty()) {
                view.orElseThrow()
                        .heldEnrollments(mayWait.keySet())
                        .forEach((stateId, held) -> found.put(mayWait.get(stateId), held));
            }
            heldBefore = Optional.of(found);
        }
        return heldBefore.get();
    }

    /** Whose records of which kind the rules look at. */
    private static final class Needs {
        private final Map<RecordKind, Set<UUID>> students = new EnumMap<>(RecordKind.class);
        private final Set<CalendarKey> calendars = new HashSet<>();
        private final Map<String, UUID> mayWait = new HashMap<>();

        static Needs of(List<RecordAccepted> records, Function<String, Optional<StudentFacts>> students) {
            Needs needs = new Needs();
            for (RecordAccepted record : records) {
                if (record.recordType() == RecordType.AT) {
                    needs.calendars.add(Line.calendar(record));
                }
                if (record.recordType() != RecordType.SD) {
                    students.apply(record.text("stateId")).ifPresent(student -> needs.add(record, student.key()));
                }
            }
            return needs;
        }

        private void add(RecordAccepted record, UUID student) {
            add(RecordKind.ENROLLMENT, student);
            if (record.recordType() != RecordType.EN) {
                mayWait.put(record.text("stateId"), student);
            }
            switch (record.recordType()) {
                case PP -> add(RecordKind.PROGRAM_PARTICIPATION, student);
                case AT -> add(RecordKind.TEST_WINDOW_ATTENDANCE, student);
                default -> {
                    if (Enrollment.SERVICES_ONLY.equals(record.text("serviceType"))) {
                        add(RecordKind.PROGRAM_PARTICIPATION, student);
                    }
                }
            }
        }

        private void add(RecordKind kind, UUID student) {
            students.computeIfAbsent(kind, k -> new HashSet<>()).add(student);
        }
    }
}
