package gov.mt.opi.aim.intake;

/**
 * How many lines have which outcome.
 *
 * @param total all lines
 * @param accepted in the statewide view
 * @param unchanged the view said so already
 * @param rejected refused by an ERROR finding
 * @param held waiting for a person or another district
 * @param stale older than what the view holds
 */
public record LineCounts(int total, int accepted, int unchanged, int rejected, int held, int stale) {

    /** No lines. */
    public static final LineCounts NONE = new LineCounts(0, 0, 0, 0, 0, 0);

    /** Lines that have no outcome yet. */
    public int pending() {
        // Never below zero: a line is counted by the type that the judge of records saw, which may differ from ours.
        return Math.max(0, total - accepted - unchanged - rejected - held - stale);
    }

    /** The lines of both. */
    public LineCounts plus(LineCounts other) {
        return new LineCounts(
                total + other.total,
                accepted + other.accepted,
                unchanged + other.unchanged,
                rejected + other.rejected,
                held + other.held,
                stale + other.stale);
    }
}
