package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.record.Dossiers;
import gov.mt.opi.aim.statestore.student.Roster;
import gov.mt.opi.aim.statestore.student.Rulings;
import gov.mt.opi.aim.statestore.student.Stay;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * The part of the statewide view that a batch touches, fetched once: its students and their records. The records of the
 * batch are decided here, one after the other, each meeting what those before it made; then everything that changed is
 * written at once. So the number of questions to the database depends neither on the records nor on the files of a batch.
 */
public final class Excerpt {

    private final Roster students;
    private final Map<String, StudentFacts> facts;
    private final Dossiers dossiers;
    private final Confirmations confirmations;

    private Excerpt(Roster students, Map<String, StudentFacts> facts, Dossiers dossiers, Confirmations confirmations) {
        this.students = students;
        this.facts = facts;
        this.dossiers = dossiers;
        this.confirmations = confirmations;
    }

    static Excerpt of(List<RecordAccepted> records, Rulings rulings, StatewideView view) {
        Roster students = Roster.of(ofType(records, RecordType.SD), rulings, view);
        Map<String, StudentFacts> facts = factsOf(records, students, view);
        Excerpt withoutRecords = new Excerpt(students, facts, Dossiers.none(), Confirmations.of(List.of(), view));
        List<HeldLine> held = heldLines(records, withoutRecords, view);
        if (held.isEmpty()) {
            return new Excerpt(
                    students,
                    facts,
                    Dossiers.of(records, held, withoutRecords::student, view),
                    Confirmations.of(records, view));
        }
        // A held line may need more of the past of its student than the records do.
        List<RecordAccepted> all = new ArrayList<>(records);
        held.forEach(line -> all.add(line.record()));
        return new Excerpt(
                students,
                factsOf(all, students, view),
                Dossiers.of(records, held, withoutRecords::student, view),
                Confirmations.of(all, view));
    }

    /** All that a change of one student's records can touch. */
    static Excerpt around(UUID student, StatewideView view) {
        Roster students = Roster.of(List.of(), Rulings.none(), view);
        List<HeldLine> held = view.heldLines(Set.of(student));
        List<RecordAccepted> lines = held.stream().map(HeldLine::record).toList();
        return new Excerpt(
                students,
                factsOf(lines, students, view),
                Dossiers.around(student, held, view),
                Confirmations.of(lines, view));
    }

    /** The lines that wait of the students to whom the records refer. */
    private static List<HeldLine> heldLines(List<RecordAccepted> records, Excerpt excerpt, StatewideView view) {
        Set<UUID> referred = new HashSet<>();
        for (RecordAccepted record : records) {
            if (record.recordType() != RecordType.SD) {
                excerpt.student(record.text("stateId")).ifPresent(student -> referred.add(student.key()));
            }
        }
        if (referred.isEmpty()) {
            return List.of();
        }
        List<HeldLine> held = view.heldLines(referred);
        if (held.isEmpty()) {
            return held;
        }
        // A line that is just being judged does not wait.
        Set<HeldLine.Id> judged = records.stream().map(HeldLine.Id::of).collect(Collectors.toSet());
        return held.stream().filter(line -> !judged.contains(line.id())).toList();
    }

    /** Nearly every record fits what its student is now; only for the others the past is asked for. */
    private static Map<String, StudentFacts> factsOf(
            List<RecordAccepted> records, Roster students, StatewideView view) {
        List<RecordAccepted> others = records.stream()
                .filter(record -> record.recordType() != RecordType.SD && !students.knows(record.text("stateId")))
                .toList();
        Set<String> stateIds = new HashSet<>();
        others.forEach(record -> stateIds.add(record.text("stateId")));
        if (stateIds.isEmpty()) {
            return Map.of();
        }
        Map<String, StudentFacts> facts = view.studentFacts(stateIds);
        Set<String> unexplained = new HashSet<>();
        for (RecordAccepted record : others) {
            StudentFacts student = facts.get(record.text("stateId"));
            if (student != null && !student.explain(record)) {
                unexplained.add(record.text("stateId"));
            }
        }
        if (!unexplained.isEmpty()) {
            facts.putAll(view.studentFactsWithHistory(unexplained));
        }
        return facts;
    }

    /** The same knowledge, for decisions that are taken back. */
    Excerpt rehearsal() {
        return new Excerpt(students.rehearsal(), facts, dossiers.rehearsal(), confirmations.rehearsal());
    }

    /** Where a student is or was enrolled, as the records before left it. */
    public List<Stay> stays(UUID student) {
        Map<UUID, Stay> stays = new LinkedHashMap<>();
        students.past().stays(student).forEach(stay -> stays.put(stay.record(), stay));
        dossiers.enrollmentsMade(student).forEach(stay -> stays.put(stay.record(), stay));
        return List.copyOf(stays.values());
    }

    /** The students of the SD records. */
    public Roster students() {
        return students;
    }

    /** A student by State ID, as the records before left it. */
    public Optional<StudentFacts> student(String stateId) {
        return students.facts(stateId).or(() -> Optional.ofNullable(facts.get(stateId)));
    }

    /** What lines said that changed nothing. */
    public Confirmations confirmations() {
        return confirmations;
    }

    /** The records of students. */
    public Dossiers dossiers() {
        return dossiers;
    }

    private static List<RecordAccepted> ofType(List<RecordAccepted> records, RecordType type) {
        return records.stream().filter(record -> record.recordType() == type).toList();
    }
}
