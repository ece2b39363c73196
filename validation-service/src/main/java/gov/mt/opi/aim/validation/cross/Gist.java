package gov.mt.opi.aim.validation.cross;

/** What rules across records need to know of a record that is clean by itself: numbers, so that many fit in memory. */
sealed interface Gist {

    /** A State ID that is not there. */
    int NO_STATE_ID = 0;

    /** Index of the record in its file, from 0. */
    int index();

    /** Line of the file, from 1. */
    int line();

    /**
     * SD.
     *
     * @param stateId State ID, {@link #NO_STATE_ID} when blank
     * @param localId local ID as submitted, empty when blank
     * @param birthDay birth date as epoch day
     */
    record Student(int index, int line, int stateId, String localId, int birthDay) implements Gist {}

    /**
     * EN.
     *
     * @param localId local ID as submitted, kept only where a rule may need it to find the student
     * @param startDay Start Date as epoch day
     * @param endDay End Date as epoch day, {@link #OPEN} when blank
     * @param primary whether the Service Type is P
     * @param underAge whether the End Status says that the child is under the compulsory age
     */
    record Enrollment(
            int index,
            int line,
            int stateId,
            String localId,
            int school,
            int calendar,
            int year,
            int startDay,
            int endDay,
            boolean primary,
            boolean underAge)
            implements Gist {

        /** The end of an enrollment that has none: later than every date. */
        static final int OPEN = Integer.MAX_VALUE;
    }

    /** PP. */
    record Participation(int index, int line, int stateId, int school, int calendar, int year) implements Gist {}

    /** AT. */
    record Attendance(int index, int line, int stateId, int school, int calendar) implements Gist {}
}
