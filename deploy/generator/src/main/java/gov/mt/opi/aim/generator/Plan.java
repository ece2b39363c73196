package gov.mt.opi.aim.generator;

/**
 * What is to be made.
 *
 * @param students students of the state
 * @param districts districts; a few are large, most are small
 * @param seed the same seed makes the same state
 * @param wave 1 for the first submission of everybody; 2 and on send the same again with changes, each over the one before
 * @param changed part of the students who change from wave to wave, 0 to 1
 * @param defects part of the lines that are made wrong, 0 to 1
 * @param first number of the first student: states of the same districts whose numbers do not meet have no student, State
 *     ID or local ID in common
 */
public record Plan(int students, int districts, long seed, int wave, double changed, double defects, int first) {

    public Plan {
        require(students >= 1 && students <= 5_000_000, "students must be from 1 to 5,000,000");
        require(districts >= 1 && districts <= 9_000, "districts must be from 1 to 9,000");
        require(wave >= 1 && wave <= 12, "wave must be from 1 to 12");
        require(changed >= 0 && changed <= 1, "changed must be from 0 to 1");
        require(defects >= 0 && defects <= 1, "defects must be from 0 to 1");
        require(first >= 0 && first <= 50_000_000, "first must be from 0 to 50,000,000");
    }

    public Plan(int students, int districts, long seed, int wave, double changed, double defects) {
        this(students, districts, seed, wave, changed, defects, 0);
    }

    /** A first wave without defects. */
    public static Plan of(int students, int districts, long seed) {
        return new Plan(students, districts, seed, 1, 0, 0);
    }

    /** The same state, sent once more with changes. */
    public Plan again(double part) {
        return new Plan(students, districts, seed, wave + 1, part, defects, first);
    }

    /** A first wave of as many other children in the same districts. */
    public Plan others() {
        return new Plan(students, districts, seed, 1, 0, defects, first + students);
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }
}
