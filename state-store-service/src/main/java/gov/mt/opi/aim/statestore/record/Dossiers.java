package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.StatewideView;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.student.Stay;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/**
 * The records of the students of a batch, and the count dates of its schools. What changes here goes to the view in the
 * end; what a rehearsal changes goes nowhere.
 */
public final class Dossiers {

    /**
     * A record that the batch made, changed or took out.
     *
     * @param record the record as it stands now; what it was last when it is gone
     * @param stateId the student's State ID
     * @param versionBefore its version in the view before the batch, 0 for a new one
     * @param gone whether it leaves the view
     */
    record Changed(StoredRecord record, String stateId, long versionBefore, boolean gone) {}

    private final Optional<Dossiers> before;
    private final Map<CalendarKey, LocalDate> countDates;
    private final Map<UUID, Dossier> byStudent = new HashMap<>();
    private final Map<RecordKind, Map<UUID, Changed>> changed = new EnumMap<>(RecordKind.class);
    /** Lines that waited before the batch. */
    private final Set<HeldLine.Id> heldBefore = new HashSet<>();
    /** Students with waiting lines for whom something changed since they were asked for last. */
    private final Set<UUID> stirred = new LinkedHashSet<>();
    /** Students of whom a line was held in this batch. */
    private final Set<UUID> holding = new LinkedHashSet<>();

    private Dossiers(Optional<Dossiers> before, Map<CalendarKey, LocalDate> countDates) {
        this.before = before;
        this.countDates = countDates;
    }

    /** Nobody's records. */
    public static Dossiers none() {
        return new Dossiers(Optional.empty(), Map.of());
    }

    /** All that the rules of these records, and of lines of their students that wait, may look at. */
    public static Dossiers of(
            List<RecordAccepted> records,
            List<HeldLine> held,
            Function<String, Optional<StudentFacts>> students,
            StatewideView view) {
        Needs needs = Needs.of(records, students);
        needs.add(held);
        Dossiers dossiers = new Dossiers(
                Optional.empty(), needs.calendars().isEmpty() ? Map.of() : view.testWindowDates(needs.calendars()));
        dossiers.fill(needs, held, view);
        return dossiers;
    }

    /** All records of one student, with the lines that wait. */
    public static Dossiers around(UUID student, List<HeldLine> held, StatewideView view) {
        Needs needs = new Needs();
        for (RecordKind kind : RecordKind.values()) {
            needs.add(kind, student);
        }
        needs.add(held);
        Dossiers dossiers = new Dossiers(
                Optional.empty(), needs.calendars().isEmpty() ? Map.of() : view.testWindowDates(needs.calendars()));
        dossiers.fill(needs, held, view);
        return dossiers;
    }

    private void fill(Needs needs, List<HeldLine> held, StatewideView view) {
        needs.students().forEach((kind, keys) -> view.recordsOf(kind, keys)
                .forEach((student, stored) ->
                        stored.forEach(record -> of(student).put(kind, record))));
        Set<UUID> students = needs.students().getOrDefault(RecordKind.ENROLLMENT, Set.of());
        if (!students.isEmpty()) {
            view.voided(students)
                    .forEach((kind, voided) ->
                            voided.forEach(record -> of(record.studentKey()).putVoided(kind, record)));
        }
        for (HeldLine line : held) {
            of(line.studentKey()).hold(line);
            heldBefore.add(line.id());
        }
    }

    /** The same records, for changes that are taken back. */
    public Dossiers rehearsal() {
        return new Dossiers(Optional.of(this), countDates);
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

    void put(RecordKind kind, StoredRecord record, String stateId) {
        Dossier dossier = of(record.studentKey());
        Optional<StoredRecord> before = dossier.find(kind, record.naturalKey());
        dossier.put(kind, record);
        change(kind, record, before, stateId, false);
        if (kind == RecordKind.ENROLLMENT && !dossier.held().isEmpty()) {
            stirred.add(record.studentKey());
        }
    }

    /**
     * Takes a record out of the view.
     *
     * @param gone the record as {@link StoredRecord#gone} leaves it
     */
    public void remove(RecordKind kind, StoredRecord gone, String stateId) {
        Dossier dossier = of(gone.studentKey());
        Optional<StoredRecord> before = dossier.find(kind, gone.naturalKey());
        dossier.remove(kind, gone);
        dossier.putVoided(kind, gone);
        change(kind, gone, before, stateId, true);
        if (!dossier.held().isEmpty()) {
            stirred.add(gone.studentKey());
        }
    }

    private void change(
            RecordKind kind, StoredRecord record, Optional<StoredRecord> before, String stateId, boolean gone) {
        Map<UUID, Changed> ofKind = changed.computeIfAbsent(kind, k -> new LinkedHashMap<>());
        Changed earlier = ofKind.get(record.key());
        long versionBefore = earlier != null
                ? earlier.versionBefore()
                : before.map(StoredRecord::version).orElse(0L);
        ofKind.put(record.key(), new Changed(record, stateId, versionBefore, gone));
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
            if (!change.gone() && record.studentKey().equals(student)) {
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

    /** Remembers a line that waits. */
    void hold(HeldLine line) {
        of(line.studentKey()).hold(line);
        stirred.add(line.studentKey());
        holding.add(line.studentKey());
    }

    /** Forgets that a line waits; it is judged next. */
    public void release(HeldLine line) {
        of(line.studentKey()).release(line);
    }

    /** The student's lines that wait. */
    public List<HeldLine> held(UUID student) {
        return of(student).held();
    }

    /** The lines that wait and tell the same thing as a record. */
    public List<HeldLine> heldOf(RecordKind kind, StoredRecord record) {
        return held(record.studentKey()).stream()
                .filter(line -> line.record().recordType() == kind.recordType()
                        && kind.naturalKey(line.record()).equals(record.naturalKey()))
                .toList();
    }

    /** Has the waiting lines of a student judged again, because something else than a change of records may be news for them. */
    public void stir(UUID student) {
        if (!held(student).isEmpty()) {
            stirred.add(student);
        }
    }

    /** Takes the students with waiting lines for whom something changed since the last call; in a rehearsal nobody. */
    public List<UUID> stirred() {
        List<UUID> students = before.isPresent() ? List.of() : List.copyOf(stirred);
        stirred.clear();
        return students;
    }

    /**
     * Holds the view to what the batch knows of it. What is changed must be as it was read. So must the enrollments for
     * whose end a line is going to wait: if another transaction ends one at this moment, nobody would judge the line again.
     * And where an enrollment changes, no line may have begun to wait for it.
     */
    public void claim(StatewideView view) {
        Set<UUID> makingRoom = new HashSet<>();
        for (RecordKind kind : RecordKind.values()) {
            Map<UUID, Long> versions = new TreeMap<>();
            if (kind == RecordKind.ENROLLMENT) {
                holding.forEach(student ->
                        of(student).all(kind).forEach(record -> versions.put(record.key(), record.version())));
            }
            for (Changed change : changed(kind)) {
                if (change.versionBefore() > 0) {
                    versions.put(change.record().key(), change.versionBefore());
                    makingRoom.add(change.record().studentKey());
                } else {
                    versions.remove(change.record().key());
                }
            }
            if (!versions.isEmpty()) {
                view.claim(kind, versions);
            }
        }
        if (!makingRoom.isEmpty()) {
            view.claimHeld(makingRoom, heldBefore);
        }
    }
}
