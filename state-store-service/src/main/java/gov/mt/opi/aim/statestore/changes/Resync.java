package gov.mt.opi.aim.statestore.changes;

/**
 * Publishes what the view holds again, as it is: with the same versions and event ids, so that it changes nothing for those
 * who have it. Things that are gone get their tombstones again.
 */
public interface Resync {

    /**
     * What was published again.
     *
     * @param students students
     * @param things all things, students among them
     */
    record Republished(int students, int things) {}

    /** A student with all records, whoever sent them, and with the State IDs that were retired for it. */
    Republished student(String stateId);

    /** The students that a district sent, and its records. */
    Republished district(String districtNumber);
}
