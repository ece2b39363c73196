package gov.mt.opi.aim.contracts.rule;

/** What a finding means for its line or file. */
public enum Severity {
    /** The file cannot be taken at all. */
    FATAL,
    /** The line is rejected. */
    ERROR,
    /** The line waits for a person or for another district. */
    HELD,
    /** The line is taken; somebody should look. */
    WARNING,
    /** Counted per rule and submission, never listed one by one. */
    INFO,
    /** A district cannot certify a collection while this stands. */
    BLOCKS_CERTIFICATION
}
