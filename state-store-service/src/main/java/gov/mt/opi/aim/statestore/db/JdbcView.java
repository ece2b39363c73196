package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.Confirmations.Confirmed;
import gov.mt.opi.aim.statestore.Confirmations.Reading;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.db.ViewFailure.Statements;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.identity.Cases;
import gov.mt.opi.aim.statestore.identity.Joins;
import gov.mt.opi.aim.statestore.identity.StewardView;
import gov.mt.opi.aim.statestore.record.CalendarKey;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.Stay;
import gov.mt.opi.aim.statestore.student.Student;
import gov.mt.opi.aim.statestore.student.StudentChanges;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.sql.Connection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executor;

/** The view inside one database transaction. */
final class JdbcView implements StewardView {

    private final Connection connection;
    private final Instant now;
    private final LineLedger ledger;
    private final StudentTables students;
    private final StudentQueries queries;
    private final FactTables facts;
    private final HeldTable held;
    private final ConfirmationTable confirmations;
    private final Writes writes;

    /** @param writer what writes beside the thread that asks; without one everything is written at once */
    JdbcView(Connection connection, Clock clock, Optional<Executor> writer) {
        this.connection = connection;
        this.writes = new Writes(writer);
        // The database keeps microseconds, and the events are to say what it keeps.
        this.now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        this.ledger = new LineLedger(connection);
        this.students = new StudentTables(connection, now);
        this.queries = new StudentQueries(connection);
        this.facts = new FactTables(connection);
        this.held = new HeldTable(connection, now);
        this.confirmations = new ConfirmationTable(connection);
    }

    @Override
    public Instant now() {
        return now;
    }

    /** All that is being written. */
    Writes writes() {
        return writes;
    }

    /** What the world is to be told of lines that wait, when all is written. */
    List<OutgoingEvent> heldNews() {
        return held.news();
    }

    /** Asks, or writes what others wait for, when all before is written. */
    private <T> T now(Statements<T> statements) {
        writes.await();
        return rethrown(statements);
    }

    @Override
    public List<RecordAccepted> undecided(List<RecordAccepted> records) {
        return now(() -> ledger.undecided(records));
    }

    @Override
    public List<RecordAccepted> waiting(List<RecordAccepted> lines) {
        return now(() -> ledger.held(lines));
    }

    @Override
    public List<Confirmed> confirmed(List<Reading> readings) {
        return now(() -> confirmations.find(readings));
    }

    @Override
    public void confirm(Collection<Confirmed> confirmed) {
        writes.add(() -> {
            confirmations.add(confirmed);
            return null;
        });
    }

    @Override
    public void remember(List<Decision> decisions) {
        writes.add(() -> {
            List<Decision> waitedBefore = ledger.remember(decisions);
            held.forget(waitedBefore);
            held.keep(decisions);
            return null;
        });
    }

    @Override
    public void lockIdentities(Collection<Demographics> children) {
        now(() -> {
            students.lock(children);
            return null;
        });
    }

    @Override
    public List<Student> studentsByStateId(Set<String> stateIds) {
        return now(() -> queries.byStateId(stateIds));
    }

    @Override
    public List<Student> studentsByLocalId(Set<LocalId> localIds) {
        return now(() -> queries.byLocalId(localIds));
    }

    @Override
    public List<Student> candidates(Collection<Demographics> children) {
        return now(() -> queries.byKey(new CandidateSearch(connection).find(List.copyOf(children))));
    }

    @Override
    public Map<String, String> survivors(Set<String> stateIds) {
        return now(() -> queries.survivors(stateIds));
    }

    @Override
    public Map<UUID, List<Stay>> stays(Set<UUID> studentKeys) {
        return now(() -> queries.stays(studentKeys));
    }

    @Override
    public boolean hasOneSchool(String districtNumber) {
        return now(() -> queries.hasOneSchool(districtNumber));
    }

    @Override
    public Map<String, StudentFacts> studentFacts(Set<String> stateIds) {
        return now(() -> facts.students(stateIds));
    }

    @Override
    public Map<String, StudentFacts> studentFactsWithHistory(Set<String> stateIds) {
        return now(() -> facts.studentsWithHistory(stateIds));
    }

    @Override
    public List<HeldLine> heldLines(Set<UUID> studentKeys) {
        return now(() -> held.lines(studentKeys));
    }

    @Override
    public void claim(RecordKind kind, Map<UUID, Long> versions) {
        now(() -> {
            RecordTable.of(kind).claim(connection, versions);
            return null;
        });
    }

    @Override
    public void claimHeld(Set<UUID> studentKeys, Set<HeldLine.Id> known) {
        now(() -> {
            if (!known.containsAll(held.ids(studentKeys))) {
                throw ViewFailure.changedMeanwhile();
            }
            return null;
        });
    }

    @Override
    public Map<CalendarKey, LocalDate> testWindowDates(Set<CalendarKey> calendars) {
        return now(() -> facts.testWindowDates(calendars));
    }

    @Override
    public List<String> newStateIds(int count) {
        return now(() -> students.newStateIds(count));
    }

    @Override
    public void save(StudentChanges changes) {
        writes.add(() -> {
            students.save(changes);
            return null;
        });
    }

    @Override
    public Map<UUID, List<StoredRecord>> recordsOf(RecordKind kind, Set<UUID> studentKeys) {
        return now(() -> RecordTable.of(kind).find(connection, studentKeys));
    }

    @Override
    public Optional<StoredRecord> record(RecordKind kind, UUID key) {
        return now(() -> RecordTable.of(kind).find(connection, key));
    }

    @Override
    public String stateIdOf(UUID studentKey) {
        return now(() -> facts.stateId(studentKey));
    }

    @Override
    public Map<RecordKind, List<StoredRecord>> voided(Set<UUID> studentKeys) {
        return now(() -> new VoidTable(connection).find(studentKeys));
    }

    @Override
    public void takeOut(RecordKind kind, StoredRecord gone, String who, String reason) {
        now(() -> {
            RecordTable.of(kind).delete(connection, gone.key());
            new VoidTable(connection).add(kind, gone, now, who, reason);
            return null;
        });
    }

    @Override
    public void save(RecordKind kind, List<StoredRecord> records) {
        writes.add(() -> {
            RecordTable.of(kind).save(connection, records, now);
            return null;
        });
    }

    @Override
    public void audit(AuditEntry entry) {
        now(() -> {
            AuditTable.add(connection, entry);
            return null;
        });
    }

    @Override
    public Cases cases() {
        return new CaseTable(connection, now);
    }

    @Override
    public Joins joins() {
        return new JoinTables(connection, now);
    }

    @Override
    public List<Student> studentsByKey(Set<UUID> keys) {
        return now(() -> queries.byKey(keys));
    }

    @Override
    public List<Student> studentsAfter(Optional<UUID> key, int count) {
        return now(() -> queries.after(key, count));
    }

    @Override
    public void decideOtherwise(List<Decision> decisions) {
        if (!decisions.isEmpty()) {
            now(() -> {
                ledger.reopen(decisions.stream().map(Decision::record).toList());
                return null;
            });
            remember(decisions);
        }
    }
}
