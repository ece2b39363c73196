package gov.mt.opi.aim.validation.remedy;

import java.util.Optional;

/** A name without the signs that stand around it: {@code Doe*}, {@code "Doe}, {@code ;Doe}. */
final class NearestName {

    private NearestName() {}

    static Optional<Remedy> of(String value, int length) {
        int from = 0;
        int to = value.length();
        while (from < to && !isLetter(value.charAt(from))) {
            from++;
        }
        while (to > from && !isLetter(value.charAt(to - 1))) {
            to--;
        }
        String name = value.substring(from, to);
        return !name.isEmpty() && name.length() <= length && isPlain(name)
                ? Optional.of(Remedy.perhaps(name))
                : Optional.empty();
    }

    private static boolean isPlain(String name) {
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!isLetter(c) && c != ' ' && c != '-' && c != '\'' && c != '.') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetter(char c) {
        return Character.isLetter(c);
    }
}
