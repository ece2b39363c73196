package gov.mt.opi.aim.intake.history;

/** What can happen to a submission. The names are stored and shown: never rename. */
public enum Happening {
    /** The file was taken. */
    RECEIVED,
    /** The file was not taken. */
    REFUSED,
    /** The same bytes were sent again; this submission answered for them. */
    DUPLICATE,
    /** The same bytes were sent again to be processed anew, as another submission. */
    AGAIN,
    /** Its kept file was run again under the rules of that day, as another submission. */
    REPLAYED,
    /** All its lines are on their way. */
    PUBLISHED,
    /** We failed; it is tried again. */
    FAILED,
    /** Every line has its outcome. */
    COMPLETED
}
