package gov.mt.opi.aim.load;

/**
 * A goal beside what was measured.
 *
 * @param wanted the goal, as it is printed
 * @param found what was measured, as it is printed
 */
record Goal(String name, String wanted, String found, boolean met) {

    static Goal atLeast(String name, double wanted, double found) {
        return new Goal(name, "≥ " + Figures.two(wanted), Figures.two(found), found >= wanted);
    }

    static Goal atMost(String name, double wanted, double found) {
        return new Goal(name, "≤ " + Figures.whole(wanted), Figures.whole(found), found <= wanted);
    }
}
