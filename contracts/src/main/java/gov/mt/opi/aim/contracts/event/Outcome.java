package gov.mt.opi.aim.contracts.event;

/** What became of a line. Every line ends with exactly one. */
public enum Outcome {
    /** In the statewide view. */
    ACCEPTED,
    /** The view already said so. */
    UNCHANGED,
    /** An ERROR finding says why. */
    REJECTED,
    /** Waits for a person or for another district; becomes ACCEPTED or REJECTED later. */
    HELD,
    /** Older than what the view holds for the same thing. */
    STALE
}
