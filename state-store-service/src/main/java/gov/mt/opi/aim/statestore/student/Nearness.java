package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import java.util.Optional;
import org.apache.commons.codec.language.Soundex;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * How much a child resembles a known student, in points. The score never decides: from {@link #THRESHOLD} on a person
 * looks at the two.
 */
final class Nearness {

    static final int THRESHOLD = 70;
    private static final double SIMILAR = 0.92;
    private static final JaroWinklerSimilarity JARO_WINKLER = new JaroWinklerSimilarity();
    private static final Soundex SOUNDEX = new Soundex();

    private Nearness() {}

    /** True when a person must decide whether the child is the student. */
    static boolean isNear(Demographics child, Optional<LocalId> localId, String districtNumber, Student student) {
        return student.names().stream()
                .anyMatch(known -> !siblings(child, known)
                        && score(child, known) + ties(localId, districtNumber, student) >= THRESHOLD);
    }

    /** Twins share last name and birth date; with unlike first names they are never one child. */
    private static boolean siblings(Demographics child, Demographics known) {
        return child.birthDate().equals(known.birthDate())
                && child.normalLast().equals(known.normalLast())
                && firstName(child, known) < 15
                && !swappedWithMiddle(child, known);
    }

    private static int score(Demographics child, Demographics known) {
        return birthDate(child.birthDate(), known.birthDate())
                + lastName(child.normalLast(), known.normalLast())
                + firstName(child, known)
                + (child.gender().equals(known.gender()) ? 5 : 0)
                + middleName(child.normalMiddle(), known.normalMiddle())
                + (contradict(child.normalSuffix(), known.normalSuffix()) ? -5 : 0);
    }

    private static int ties(Optional<LocalId> localId, String districtNumber, Student student) {
        boolean sameDistrict = student.districtNumber().equals(districtNumber)
                || student.localIds().stream()
                        .anyMatch(known -> known.districtNumber().equals(districtNumber));
        return (sameDistrict ? 3 : 0)
                + (localId.filter(student.localIds()::contains).isPresent() ? 5 : 0);
    }

    private static int birthDate(LocalDate one, LocalDate two) {
        if (one.equals(two)) {
            return 30;
        }
        return Confirmation.near(one, two) ? 15 : 0;
    }

    private static int lastName(String one, String two) {
        if (one.equals(two)) {
            return 25;
        }
        return similar(one, two) ? 18 : soundsAlike(one, two) ? 10 : 0;
    }

    private static int firstName(Demographics child, Demographics known) {
        String one = child.normalFirst();
        String two = known.normalFirst();
        if (one.equals(two)) {
            return 25;
        }
        if (isPrefix(one, two) || isPrefix(two, one) || swappedWithMiddle(child, known)) {
            return 18;
        }
        return similar(one, two) ? 15 : sameInitial(one, two) ? 5 : 0;
    }

    private static int middleName(String one, String two) {
        if (one.isEmpty() || two.isEmpty()) {
            return 0;
        }
        return one.equals(two) ? 10 : sameInitial(one, two) ? 5 : -10;
    }

    private static boolean swappedWithMiddle(Demographics child, Demographics known) {
        return !child.normalMiddle().isEmpty()
                && child.normalFirst().equals(known.normalMiddle())
                && child.normalMiddle().equals(known.normalFirst());
    }

    /** Short forms of a name are at least three letters long: Al is not a short form of everything. */
    private static boolean isPrefix(String shorter, String longer) {
        return shorter.length() >= 3 && longer.startsWith(shorter);
    }

    private static boolean similar(String one, String two) {
        return JARO_WINKLER.apply(one, two) >= SIMILAR;
    }

    private static boolean soundsAlike(String one, String two) {
        String lettersOfOne = latin(one);
        return !lettersOfOne.isEmpty() && SOUNDEX.encode(lettersOfOne).equals(SOUNDEX.encode(latin(two)));
    }

    /** Soundex knows A to Z only. */
    private static String latin(String name) {
        StringBuilder letters = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= 'A' && name.charAt(i) <= 'Z') {
                letters.append(name.charAt(i));
            }
        }
        return letters.toString();
    }

    private static boolean sameInitial(String one, String two) {
        return !one.isEmpty() && !two.isEmpty() && one.charAt(0) == two.charAt(0);
    }

    static boolean contradict(String one, String two) {
        return !one.isEmpty() && !two.isEmpty() && !one.equals(two);
    }
}
