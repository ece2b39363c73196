package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.layout.RecordType;

/** What rules across records need to know of a record: mostly numbers, so that half a million of them fit in memory. */
public sealed interface Gist {

    /** A State ID that is not there. */
    int NO_STATE_ID = 0;

    /** Index of the record in its file, from 0. */
    int index();

    /** Line of the file, from 1. */
    int line();

    RecordType type();

    /** State ID, {@link #NO_STATE_ID} when blank or not readable. */
    int stateId();

    /** Local ID in its normal form, empty when blank, not readable, or of no interest. */
    String localId();

    /**
     * SD.
     *
     * @param birthDay birth date as epoch day
     * @param female gender
     * @param written names, suffix and gender as they are written, as a hash: another hash, another text
     * @param name last and first name in their normal form, as a hash of 64 bits: another hash, another name
     */
    record Student(
            int index, int line, int stateId, String localId, int birthDay, boolean female, long written, long name)
            implements Gist {

        @Override
        public RecordType type() {
            return RecordType.SD;
        }

        public boolean hasStateId() {
            return stateId != NO_STATE_ID;
        }
    }

    /**
     * EN.
     *
     * @param startDay Start Date as epoch day
     * @param endDay End Date as epoch day, {@link #OPEN} when blank
     * @param startStatus code of appendix A
     * @param endStatus code of appendix B, 0 when blank
     * @param primary whether the Service Type is P
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
            int startStatus,
            int endStatus,
            boolean primary)
            implements Gist {

        /** The end of an enrollment that has none: later than every date. */
        public static final int OPEN = Integer.MAX_VALUE;

        @Override
        public RecordType type() {
            return RecordType.EN;
        }

        public boolean hasEnded() {
            return endDay != OPEN;
        }
    }

    /** PP. */
    record Participation(int index, int line, int stateId, String localId, int school, int calendar, int year)
            implements Gist {

        @Override
        public RecordType type() {
            return RecordType.PP;
        }
    }

    /** AT. */
    record Attendance(int index, int line, int stateId, int school, int calendar) implements Gist {

        @Override
        public RecordType type() {
            return RecordType.AT;
        }

        @Override
        public String localId() {
            return "";
        }
    }

    /** A record with an ERROR: of interest is only whom it is about. */
    record Refused(int index, int line, RecordType type, int stateId, String localId) implements Gist {

        static Refused of(Gist gist) {
            return new Refused(gist.index(), gist.line(), gist.type(), gist.stateId(), gist.localId());
        }
    }
}
