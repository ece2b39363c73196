package gov.mt.opi.aim.intake;

/** Where a submission stands. */
public enum SubmissionStatus {
    /** The file was not taken. */
    REFUSED,
    /** The file is durably kept; nothing of it is published yet. */
    RECEIVED,
    /** Its lines are on their way. */
    PROCESSING,
    /** Every line has its outcome. */
    COMPLETED,
    /** We failed, never the data; it is tried again. */
    FAILED
}
