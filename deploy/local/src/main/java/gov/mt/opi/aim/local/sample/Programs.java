package gov.mt.opi.aim.local.sample;

/**
 * The programs that a child takes part in (spec 2.7), as far as they differ in the sample.
 *
 * @param lunch F free, R reduced, N not eligible
 */
record Programs(
        String lunch,
        boolean specialEducation,
        boolean section504,
        boolean titleI,
        boolean homeless,
        boolean englishLearner,
        boolean immigrant) {

    /** Shares near those of the state. */
    static Programs drawn(People people) {
        String lunch = people.chance(0.27) ? "F" : people.chance(0.12) ? "R" : "N";
        boolean specialEducation = people.chance(0.12);
        return new Programs(
                lunch,
                specialEducation,
                !specialEducation && people.chance(0.03),
                people.chance(0.2),
                people.chance(0.02),
                people.chance(0.05),
                people.chance(0.01));
    }

    Programs lunch(String code) {
        return new Programs(code, specialEducation, section504, titleI, homeless, englishLearner, immigrant);
    }

    Programs specialEducation(boolean also504) {
        return new Programs(lunch, true, also504, titleI, homeless, englishLearner, immigrant);
    }
}
