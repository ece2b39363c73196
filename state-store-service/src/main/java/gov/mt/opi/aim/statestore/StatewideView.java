package gov.mt.opi.aim.statestore;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The state's current knowledge, inside one transaction. Everything is asked and written for many at once; nothing here is
 * called per record.
 */
public interface StatewideView {

    /** The moment at which everything changes that this transaction changes, UTC, in microseconds. */
    Instant now();

    /** The records that have no outcome yet; those that have one were applied before and arrive again. */
    List<RecordAccepted> undecided(List<RecordAccepted> records);

    /** Those of the lines that wait; what becomes of them now takes the place of their being held. */
    List<RecordAccepted> waiting(List<RecordAccepted> lines);

    /** What lines of these districts confirmed that are as new as these readings, or newer. */
    List<Confirmations.Confirmed> confirmed(List<Confirmations.Reading> readings);

    /** Keeps what lines confirmed. */
    void confirm(Collection<Confirmations.Confirmed> confirmed);

    /** Remembers what became of lines, keeps held ones whole and lets go of those that wait no more. */
    void remember(List<Decision> decisions);

    /** Makes all identity work about these children serial, so that a child sent twice at once gets one State ID. */
    void lockIdentities(Collection<Demographics> children);

    /** Students by their State IDs. */
    List<Student> studentsByStateId(Set<String> stateIds);

    /** Students whom districts know by one of these local IDs. */
    List<Student> studentsByLocalId(Set<LocalId> localIds);

    /** The State IDs into which retired ones were merged; IDs that are not retired are left out. */
    Map<String, String> survivors(Set<String> stateIds);

    /** Students whom one of these children may be: those found by the indexed look-ups who resemble it enough. */
    List<Student> candidates(Collection<Demographics> children);

    /** Where students are and were enrolled. */
    Map<UUID, List<Stay>> stays(Set<UUID> studentKeys);

    /** True when the registry knows exactly one school of the district. */
    boolean hasOneSchool(String districtNumber);

    /** Students by State ID as they are now, for records that only refer to a student. */
    Map<String, StudentFacts> studentFacts(Set<String> stateIds);

    /** The same with former names, and the local IDs of all districts. */
    Map<String, StudentFacts> studentFactsWithHistory(Set<String> stateIds);

    /** The lines of these students that wait: enrollments, programs, attendance. */
    List<HeldLine> heldLines(Set<UUID> studentKeys);

    /**
     * Makes sure that records are as they were read, and stay so until the transaction ends. If one is not, everything
     * starts anew.
     *
     * @param versions their versions by key
     */
    void claim(RecordKind kind, Map<UUID, Long> versions);

    /** Makes sure that of these students no lines wait but the known ones. If others do, everything starts anew. */
    void claimHeld(Set<UUID> studentKeys, Set<HeldLine.Id> known);

    /** The last days of the testing windows, of the calendars for which the registry says one. */
    Map<CalendarKey, LocalDate> testWindowDates(Set<CalendarKey> calendars);

    /** State IDs nobody has: nine random digits, the first not zero. */
    List<String> newStateIds(int count);

    void save(StudentChanges changes);

    /** All records of a kind that these students have. */
    Map<UUID, List<StoredRecord>> recordsOf(RecordKind kind, Set<UUID> studentKeys);

    /** A record by its key. */
    Optional<StoredRecord> record(RecordKind kind, UUID key);

    /** The State ID by which a student is known. */
    String stateIdOf(UUID studentKey);

    /** The records that were taken out of the view, of these students. */
    Map<RecordKind, List<StoredRecord>> voided(Set<UUID> studentKeys);

    /**
     * Takes a record out.
     *
     * @param gone the record as {@link StoredRecord#gone} leaves it
     * @param who who did it
     * @param reason why, in words
     */
    void takeOut(RecordKind kind, StoredRecord gone, String who, String reason);

    /** Inserts new records and replaces changed ones. */
    void save(RecordKind kind, List<StoredRecord> records);

    /** Records a decision of a person, durable together with what it does. */
    void audit(AuditEntry entry);
}
