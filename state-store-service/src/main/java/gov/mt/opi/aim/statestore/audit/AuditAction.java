package gov.mt.opi.aim.statestore.audit;

/** What is recorded. A new call that shows a named student, or decides about one, gets its own constant. */
public enum AuditAction {
    /** The file of one student was read. */
    STUDENT_READ,
    /** Students were listed, by whatever search. */
    STUDENTS_LISTED,
    /** A page of changes of the view was read. */
    CHANGES_READ,
    /** Identity cases were listed. */
    CASES_LISTED,
    /** One identity case was read. */
    CASE_READ,
    /** A person decided an identity case. */
    CASE_DECIDED,
    /** Two students turned out to be one. */
    STUDENTS_MERGED,
    /** A merge was undone. */
    STUDENTS_SPLIT,
    /** Held lines were listed. */
    HELD_LISTED,
    /** A record was taken out of the view. */
    RECORD_VOIDED,
    /** A record was mended by hand. */
    RECORD_CORRECTED,
    /** The state of a student or a district was published again. */
    RESYNC,
    /** The audit itself was read. */
    AUDIT_READ
}
