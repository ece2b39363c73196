package gov.mt.opi.aim.statestore.history;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/**
 * The children of a history: twins and a third one, and what districts make of their names. Nobody in another history or test
 * comes near them.
 */
final class Cast {

    static final int CHILDREN = 3;

    private static final List<String> FIRST = List.of("Katherine", "Susan", "Benjamin");
    private static final List<String> SHORT = List.of("Kate", "Sue", "Ben");
    private static final List<String> GENDERS = List.of("F", "F", "M");
    private static final int DAYS = 25;
    private static final int MONTHS = 12;
    private static final int YEARS = 5;
    private static final int LETTERS = 8;

    private final String ofTheTwins;
    private final String ofTheThird;
    private final LocalDate birth;

    Cast(long seed) {
        Random letters = new Random(~seed);
        this.ofTheTwins = lastName(letters);
        this.ofTheThird = lastName(letters);
        this.birth = LocalDate.of(
                (int) (1993 + seed / DAYS / MONTHS % YEARS), (int) (1 + seed / DAYS % MONTHS), (int) (1 + seed % DAYS));
    }

    private static String lastName(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < LETTERS; i++) {
            name.append((char) ((i == 0 ? 'A' : 'a') + random.nextInt(26)));
        }
        return name.toString();
    }

    /** All last names that occur. */
    List<String> lastNames() {
        return List.of(ofTheTwins, ofTheTwins + "-Roe", ofTheThird, ofTheThird + "-Roe");
    }

    Spelling asItIs(int child) {
        return new Spelling(
                child == 2 ? ofTheThird : ofTheTwins, FIRST.get(child), birth.toString(), GENDERS.get(child));
    }

    /** The child, with what a district got wrong or calls otherwise, most often nothing. */
    Spelling written(int child, Random random) {
        Spelling is = asItIs(child);
        return new Spelling(
                is.last() + (random.nextInt(6) == 0 ? "-Roe" : ""),
                random.nextInt(4) == 0 ? SHORT.get(child) : is.first(),
                random.nextInt(7) == 0 ? birth.plusDays(1).toString() : is.birth(),
                random.nextInt(9) == 0 ? (is.gender().equals("F") ? "M" : "F") : is.gender());
    }

    int childOf(Spelling spelling) {
        return "KSB".indexOf(spelling.first().charAt(0));
    }
}
