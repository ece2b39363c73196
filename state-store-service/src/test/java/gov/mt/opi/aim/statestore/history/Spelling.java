package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.RecordAccepted;

/**
 * A child as an SD line tells it. The children of a history differ in few ways only: a short first name begins like the long
 * one, a second last name follows a hyphen, a birth date that is wrong is wrong in its day. So what the design page says of
 * likeness is a comparison of texts here.
 */
record Spelling(String last, String first, String birth, String gender) {

    /** From this score on a person looks. */
    private static final int NEAR = 70;

    /** The same local ID, and the same district with it. */
    private static final int SAME_NUMBER = 5 + 3;

    private static final int MONTH = "2000-01".length();

    static Spelling of(RecordAccepted line) {
        return new Spelling(line.text("lastName"), line.text("firstName"), line.text("birthDate"), line.text("gender"));
    }

    /** Three of the four agree, and the birth date at least nearly. */
    boolean confirms(Spelling known) {
        return agreeing(known) >= 3 && bornNear(known);
    }

    /** Tier 2 as far as it is a matter of two. */
    boolean isExactly(Spelling known) {
        return agreeing(known) == 4;
    }

    /** Tier 3: one of the four differs mildly; of a former name none. */
    boolean isMildly(Spelling known, boolean former) {
        return agreeing(known) == (former ? 4 : 3) && points(known, former) >= NEAR;
    }

    /**
     * Tier 4.
     *
     * @param sameNumber whether the district knows the student by the child's local ID. What else ties the two to a district
     *     lifts nobody of a history over the threshold
     */
    boolean isNear(Spelling known, boolean former, boolean sameNumber) {
        return points(known, former) + (sameNumber ? SAME_NUMBER : 0) >= NEAR;
    }

    private int points(Spelling known, boolean former) {
        int ofBirth = birth.equals(known.birth) ? 30 : bornNear(known) ? 15 : 0;
        int ofLast = last.equals(known.last) && !former ? 25 : last.equals(known.last) || hyphenated(known) ? 18 : 0;
        int ofFirst = first.equals(known.first) ? 25 : first.charAt(0) == known.first.charAt(0) ? 18 : 0;
        int ofGender = gender.equals(known.gender) ? 5 : 0;
        return ofBirth + ofLast + ofFirst + ofGender;
    }

    private int agreeing(Spelling known) {
        return (last.equals(known.last) ? 1 : 0)
                + (first.equals(known.first) ? 1 : 0)
                + (birth.equals(known.birth) ? 1 : 0)
                + (gender.equals(known.gender) ? 1 : 0);
    }

    private boolean bornNear(Spelling known) {
        return birth.substring(0, MONTH).equals(known.birth.substring(0, MONTH));
    }

    private boolean hyphenated(Spelling known) {
        return last.startsWith(known.last + "-") || known.last.startsWith(last + "-");
    }

    @Override
    public String toString() {
        return last + " " + first + " " + birth + " " + gender;
    }
}
