package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.record.CalendarKey;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.Stay;
import gov.mt.opi.aim.statestore.student.Student;
import gov.mt.opi.aim.statestore.student.StudentChanges;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The view in plain maps, for decisions without a database. Every transaction succeeds. */
public final class MemoryView implements StatewideView, StateTransactions {

    public final Map<UUID, Student> students = new LinkedHashMap<>();
    public final Map<RecordKind, Map<UUID, StoredRecord>> records = new HashMap<>();
    public final List<Decision> decisions = new ArrayList<>();
    public final List<StateChange> changes = new ArrayList<>();
    public final Map<CalendarKey, LocalDate> testWindowDates = new HashMap<>();
    /** Retired State IDs and the State IDs that they lead to. */
    private final Map<String, String> survivors = new HashMap<>();
    /** Districts of which the registry knows one school. */
    public final Set<String> districtsOfOneSchool = new HashSet<>();

    private final Map<UUID, Set<String>> senders = new HashMap<>();
    /** How often the view was asked or written. */
    public int statements;

    public final List<AuditEntry> audit = new ArrayList<>();
    private final Map<RecordKind, Map<UUID, StoredRecord>> voided = new HashMap<>();
    private final List<Confirmations.Confirmed> confirmed = new ArrayList<>();
    private int stateIds = 100_000_000;

    @Override
    public void apply(Function<StatewideView, Applied> work) {
        changes.addAll(work.apply(this).changes());
    }

    @Override
    public Instant now() {
        return Instant.parse("2007-03-15T23:00:00Z");
    }

    @Override
    public void audit(AuditEntry entry) {
        audit.add(entry);
    }

    @Override
    public List<RecordAccepted> undecided(List<RecordAccepted> incoming) {
        statements++;
        return incoming.stream()
                .filter(record -> decisions.stream()
                        .noneMatch(decision -> decision.record().submissionId().equals(record.submissionId())
                                && decision.record().line() == record.line()))
                .toList();
    }

    @Override
    public List<RecordAccepted> waiting(List<RecordAccepted> lines) {
        statements++;
        return lines.stream()
                .filter(line -> decisions.stream()
                        .filter(decision -> decision.record().submissionId().equals(line.submissionId())
                                && decision.record().line() == line.line())
                        .reduce((earlier, later) -> later)
                        .filter(last -> last.outcome() == Outcome.HELD)
                        .isPresent())
                .toList();
    }

    @Override
    public List<Confirmations.Confirmed> confirmed(List<Confirmations.Reading> readings) {
        statements++;
        return confirmed.stream()
                .filter(one -> readings.stream()
                        .anyMatch(reading -> reading.districtNumber().equals(one.districtNumber())
                                && !reading.oldest().isNewerThan(one.source())))
                .toList();
    }

    @Override
    public void confirm(Collection<Confirmations.Confirmed> made) {
        statements++;
        confirmed.addAll(made);
    }

    @Override
    public void remember(List<Decision> decided) {
        statements++;
        decisions.addAll(decided);
    }

    @Override
    public void lockIdentities(Collection<Demographics> children) {
        statements++;
        // one thread, nobody to wait for
    }

    @Override
    public List<Student> studentsByStateId(Set<String> ids) {
        return students.values().stream()
                .filter(student -> ids.contains(student.stateId()))
                .toList();
    }

    @Override
    public List<Student> studentsByLocalId(Set<LocalId> localIds) {
        statements++;
        return students.values().stream()
                .filter(student -> student.localIds().stream().anyMatch(localIds::contains))
                .toList();
    }

    @Override
    public List<Student> candidates(Collection<Demographics> children) {
        statements++;
        return List.copyOf(students.values());
    }

    /** Makes State IDs lead to others, as a merge does. */
    public void retire(Map<String, String> retired) {
        survivors.putAll(retired);
        students.values().removeIf(student -> retired.containsKey(student.stateId()));
    }

    @Override
    public Map<String, String> survivors(Set<String> stateIds) {
        statements++;
        Map<String, String> found = new HashMap<>(survivors);
        found.keySet().retainAll(stateIds);
        return found;
    }

    @Override
    public Map<UUID, List<Stay>> stays(Set<UUID> studentKeys) {
        statements++;
        Map<UUID, List<Stay>> stays = new HashMap<>();
        recordsOf(RecordKind.ENROLLMENT, studentKeys)
                .forEach((student, stored) -> stays.put(
                        student,
                        stored.stream()
                                .map(record -> Stay.of(
                                        record.key(),
                                        record.enrollment().orElseThrow().districtNumber(),
                                        record.enrollment().orElseThrow().schoolNumber(),
                                        String.valueOf(record.fields().getOrDefault("localId", "")),
                                        record.enrollment().orElseThrow().end()))
                                .toList()));
        return stays;
    }

    @Override
    public boolean hasOneSchool(String districtNumber) {
        return districtsOfOneSchool.contains(districtNumber);
    }

    @Override
    public Map<String, StudentFacts> studentFacts(Set<String> ids) {
        statements++;
        Map<String, StudentFacts> facts = new HashMap<>();
        studentsByStateId(ids).forEach(student -> facts.put(student.stateId(), factsOf(student)));
        survivors(ids).forEach((retired, survivor) -> studentsByStateId(Set.of(survivor))
                .forEach(student -> facts.put(retired, factsOf(student))));
        return facts;
    }

    @Override
    public Map<String, StudentFacts> studentFactsWithHistory(Set<String> ids) {
        statements++;
        Map<String, StudentFacts> facts = new HashMap<>();
        studentsByStateId(ids).forEach(student -> facts.put(student.stateId(), withHistory(student)));
        return facts;
    }

    @Override
    public List<HeldLine> heldLines(Set<UUID> studentKeys) {
        statements++;
        Map<HeldLine.Id, Decision> last = new LinkedHashMap<>();
        decisions.forEach(decision -> last.put(decision.line(), decision));
        return last.values().stream()
                .filter(decision ->
                        decision.outcome() == Outcome.HELD && decision.record().mode() == Mode.SUBMIT)
                .filter(decision ->
                        decision.waitsFor().orElseThrow().studentKey().isPresent())
                .map(decision -> new HeldLine(
                        decision.record(),
                        decision.waitsFor().orElseThrow().studentKey().orElseThrow(),
                        decision.waitsFor().orElseThrow()))
                .filter(line -> studentKeys.contains(line.studentKey()))
                .toList();
    }

    @Override
    public Optional<StoredRecord> record(RecordKind kind, UUID key) {
        return Optional.ofNullable(records.getOrDefault(kind, Map.of()).get(key));
    }

    @Override
    public String stateIdOf(UUID studentKey) {
        return students.get(studentKey).stateId();
    }

    @Override
    public Map<RecordKind, List<StoredRecord>> voided(Set<UUID> studentKeys) {
        statements++;
        Map<RecordKind, List<StoredRecord>> found = new HashMap<>();
        voided.forEach((kind, gone) -> found.put(
                kind,
                gone.values().stream()
                        .filter(record -> studentKeys.contains(record.studentKey()))
                        .toList()));
        return found;
    }

    @Override
    public void takeOut(RecordKind kind, StoredRecord gone, String who, String reason) {
        records.get(kind).remove(gone.key());
        voided.computeIfAbsent(kind, k -> new HashMap<>()).put(gone.key(), gone);
    }

    @Override
    public void claim(RecordKind kind, Map<UUID, Long> versions) {
        statements++;
        versions.forEach((key, version) -> assertThat(records.get(kind).get(key).version())
                .as("version of a %s as it was read", kind)
                .isEqualTo(version));
    }

    @Override
    public void claimHeld(Set<UUID> studentKeys, Set<HeldLine.Id> known) {
        statements++;
        assertThat(known)
                .containsAll(heldLines(studentKeys).stream().map(HeldLine::id).toList());
    }

    @Override
    public Map<CalendarKey, LocalDate> testWindowDates(Set<CalendarKey> calendars) {
        statements++;
        Map<CalendarKey, LocalDate> dates = new HashMap<>(testWindowDates);
        dates.keySet().retainAll(calendars);
        return dates;
    }

    @Override
    public List<String> newStateIds(int count) {
        statements++;
        return IntStream.range(0, count)
                .mapToObj(i -> String.valueOf(stateIds++))
                .toList();
    }

    @Override
    public void save(StudentChanges saved) {
        statements++;
        saved.students().forEach(current -> students.put(current.student().key(), current.student()));
        saved.senders().forEach(sender -> senders.computeIfAbsent(sender.studentKey(), key -> new HashSet<>())
                .add(sender.districtNumber()));
    }

    @Override
    public Map<UUID, List<StoredRecord>> recordsOf(RecordKind kind, Set<UUID> studentKeys) {
        statements++;
        Map<UUID, List<StoredRecord>> found = new HashMap<>();
        records.getOrDefault(kind, Map.of()).values().stream()
                .filter(record -> studentKeys.contains(record.studentKey()))
                .forEach(record -> found.computeIfAbsent(record.studentKey(), key -> new ArrayList<>())
                        .add(record));
        return found;
    }

    @Override
    public void save(RecordKind kind, List<StoredRecord> saved) {
        statements++;
        saved.forEach(record ->
                records.computeIfAbsent(kind, k -> new LinkedHashMap<>()).put(record.key(), record));
    }

    private StudentFacts factsOf(Student student) {
        return new StudentFacts(
                student.key(),
                student.stateId(),
                student.current().birthDate(),
                Set.of(name(student.current())),
                student.localIds().stream()
                        .filter(localId -> localId.districtNumber().equals(student.districtNumber()))
                        .limit(1)
                        .collect(Collectors.toSet()),
                Set.of(student.districtNumber()));
    }

    /** What a database would answer: names, local IDs and senders from their own tables. */
    private StudentFacts withHistory(Student student) {
        return new StudentFacts(
                student.key(),
                student.stateId(),
                student.current().birthDate(),
                student.names().stream().map(MemoryView::name).collect(Collectors.toSet()),
                student.localIds(),
                senders.getOrDefault(student.key(), Set.of()));
    }

    private static StudentFacts.Name name(Demographics known) {
        return new StudentFacts.Name(known.lastName(), known.firstName());
    }
}
