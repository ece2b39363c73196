package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How a child resembles one identity of a student, field by field.
 *
 * @param birthDate how the birth dates compare
 * @param lastName how the last names compare
 * @param firstName how the first names compare
 * @param middleName how the middle names compare
 * @param gender whether the genders agree
 * @param suffixContradicts whether both have a suffix and not the same
 * @param current whether it is the student's current identity, not a former one
 */
record Resemblance(
        OfBirthDate birthDate,
        OfLastName lastName,
        OfFirstName firstName,
        OfMiddleName middleName,
        boolean gender,
        boolean suffixContradicts,
        boolean current) {

    /** From this score on a person looks at the two. */
    static final int THRESHOLD = 70;

    /** What the ties to the child's district can add to a score. */
    static final int TIES_MOST = 8;

    private static final int SAME_GENDER = 5;
    private static final int OTHER_SUFFIX = -5;
    private static final double SIMILAR = 0.92;
    private static final int SHORTEST_SHORT_FORM = 3;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();

    /** Birth dates, with the points that they bring. */
    enum OfBirthDate {
        EQUAL(30),
        /** Day and month swapped, or one of year, month and day differs. */
        NEAR(15),
        DIFFERENT(0);

        final int points;

        OfBirthDate(int points) {
            this.points = points;
        }

        static OfBirthDate of(LocalDate one, LocalDate two) {
            return one.equals(two) ? EQUAL : BirthDates.near(one, two) ? NEAR : DIFFERENT;
        }
    }

    /** Last names, with the points that they bring. */
    enum OfLastName {
        EQUAL(25),
        /** The student was called so once. */
        FORMER(18),
        /** One is a part of the other, as Smith of Smith-Jones. */
        PART(18),
        /** Jaro-Winkler similarity of at least 0.92. */
        SIMILAR(18),
        SOUNDS_ALIKE(10),
        DIFFERENT(0);

        final int points;

        OfLastName(int points) {
            this.points = points;
        }

        static OfLastName of(Demographics child, Demographics known, boolean current) {
            if (child.normalLast().equals(known.normalLast())) {
                return current ? EQUAL : FORMER;
            }
            if (NormalForm.hasPart(child.lastName(), known.normalLast())
                    || NormalForm.hasPart(known.lastName(), child.normalLast())) {
                return PART;
            }
            return similar(child.normalLast(), known.normalLast())
                    ? SIMILAR
                    : child.lastSound().equals(known.lastSound()) ? SOUNDS_ALIKE : DIFFERENT;
        }
    }

    /** First names, with the points that they bring. */
    enum OfFirstName {
        EQUAL(25),
        NICKNAME(18),
        /** One begins the other, as Chris begins Christopher. */
        PREFIX(18),
        /** First and middle name changed places. */
        SWAPPED_WITH_MIDDLE(18),
        /** Jaro-Winkler similarity of at least 0.92. */
        SIMILAR(15),
        SAME_INITIAL(5),
        DIFFERENT(0);

        final int points;

        OfFirstName(int points) {
            this.points = points;
        }

        static OfFirstName of(Demographics child, Demographics known) {
            String one = child.normalFirst();
            String two = known.normalFirst();
            if (one.equals(two)) {
                return EQUAL;
            }
            if (Nicknames.related(one, two)) {
                return NICKNAME;
            }
            if (begins(one, two) || begins(two, one)) {
                return PREFIX;
            }
            if (!child.normalMiddle().isEmpty()
                    && one.equals(known.normalMiddle())
                    && child.normalMiddle().equals(two)) {
                return SWAPPED_WITH_MIDDLE;
            }
            return similar(one, two) ? SIMILAR : sameInitial(one, two) ? SAME_INITIAL : DIFFERENT;
        }

        /** Al is not a short form of everything. */
        private static boolean begins(String shorter, String longer) {
            return shorter.length() >= SHORTEST_SHORT_FORM && longer.startsWith(shorter);
        }
    }

    /** Middle names, with the points that they bring. */
    enum OfMiddleName {
        EQUAL(10),
        SAME_INITIAL(5),
        /** One of them or both are blank, or both changed places with the first names. */
        SILENT(0),
        CONTRADICTS(-10);

        final int points;

        OfMiddleName(int points) {
            this.points = points;
        }

        static OfMiddleName of(String one, String two) {
            if (one.isEmpty() || two.isEmpty()) {
                return SILENT;
            }
            return one.equals(two) ? EQUAL : sameInitial(one, two) ? SAME_INITIAL : CONTRADICTS;
        }
    }

    static Resemblance of(Demographics child, Demographics known, boolean current) {
        OfFirstName first = OfFirstName.of(child, known);
        return new Resemblance(
                OfBirthDate.of(child.birthDate(), known.birthDate()),
                OfLastName.of(child, known, current),
                first,
                first == OfFirstName.SWAPPED_WITH_MIDDLE
                        ? OfMiddleName.SILENT
                        : OfMiddleName.of(child.normalMiddle(), known.normalMiddle()),
                child.gender().equals(known.gender()),
                contradict(child.normalSuffix(), known.normalSuffix()),
                current);
    }

    /** Points, without those for ties to the child's district. */
    int score() {
        return birthDate.points
                + lastName.points
                + firstName.points
                + middleName.points
                + (gender ? SAME_GENDER : 0)
                + (suffixContradicts ? OTHER_SUFFIX : 0);
    }

    /** Tier 2: the student as he or she is called now, and nothing speaks against it. */
    boolean isExact() {
        return current && agreeing() == 4 && nothingContradicts();
    }

    /** Tier 3: one of the four differs as it does when somebody errs or a name changes, and nothing else speaks against it. */
    boolean isMild() {
        if (!nothingContradicts()) {
            return false;
        }
        // A former identity differs from the current one already.
        return current ? agreeing() == 3 && differsMildly() : agreeing() == 4;
    }

    /** Twins share last name and birth date; with unlike first names they are never one child. */
    boolean isSibling() {
        return birthDate == OfBirthDate.EQUAL
                && sameLastName()
                && (firstName == OfFirstName.SAME_INITIAL || firstName == OfFirstName.DIFFERENT);
    }

    /** True when ties to a district could lift the two over the threshold. */
    boolean mayBeNear() {
        return !isSibling() && score() + TIES_MOST >= THRESHOLD;
    }

    private int agreeing() {
        return (birthDate == OfBirthDate.EQUAL ? 1 : 0)
                + (sameLastName() ? 1 : 0)
                + (firstName == OfFirstName.EQUAL ? 1 : 0)
                + (gender ? 1 : 0);
    }

    private boolean sameLastName() {
        return lastName == OfLastName.EQUAL || lastName == OfLastName.FORMER;
    }

    private boolean differsMildly() {
        return birthDate != OfBirthDate.DIFFERENT
                && lastName != OfLastName.SOUNDS_ALIKE
                && lastName != OfLastName.DIFFERENT
                && firstName != OfFirstName.SAME_INITIAL
                && firstName != OfFirstName.DIFFERENT;
    }

    private boolean nothingContradicts() {
        return middleName != OfMiddleName.CONTRADICTS && !suffixContradicts;
    }

    private static boolean similar(String one, String two) {
        return JARO_WINKLER.apply(one, two) >= SIMILAR;
    }

    private static boolean sameInitial(String one, String two) {
        return !one.isEmpty() && !two.isEmpty() && one.charAt(0) == two.charAt(0);
    }

    private static boolean contradict(String one, String two) {
        return !one.isEmpty() && !two.isEmpty() && !one.equals(two);
    }
}
