package gov.mt.opi.aim.validation.remedy;

import gov.mt.opi.aim.contracts.layout.CodeList;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;

/** The code of a list that a value most likely stands for. */
final class NearestCode {

    /** Shorter values are one slip away from too many codes. */
    private static final int SLIP_LENGTH_MIN = 3;

    private static final String YES_OR_NO = "yes-no";
    private static final String HOURS = "aggregate-hours";
    private static final int HOURS_DIGITS_MAX = 4;

    private final CodeList codes;
    private final String value;
    private final String plain;

    private NearestCode(CodeList codes, String value) {
        this.codes = codes;
        this.value = value;
        this.plain = plain(value);
    }

    static Optional<Remedy> of(CodeList codes, String value) {
        NearestCode nearest = new NearestCode(codes, value);
        return nearest.plain.isEmpty() ? Optional.empty() : nearest.find();
    }

    private Optional<Remedy> find() {
        return writtenOtherwise(plain)
                .or(this::described)
                .or(this::hours)
                .or(this::yesOrNo)
                .or(this::withLookAlikes)
                .or(this::begun)
                .or(this::misspelt);
    }

    /** In other letters, with a sign too many, without its zero, as a decimal number: 9, 09.0, 9th, kg, Jr., 300*. */
    private Optional<Remedy> writtenOtherwise(String text) {
        Optional<Remedy> same = only((code, description) -> plain(code).equals(text));
        if (same.isPresent()) {
            return same.map(remedy -> Remedy.sameAs(remedy.value()));
        }
        int number = number(text);
        return only((code, description) -> number >= 0 && isDigits(code) && Integer.parseInt(code) == number)
                .map(remedy -> Remedy.sameAs(remedy.value()));
    }

    private Optional<Remedy> described() {
        return only((code, description) -> description.equalsIgnoreCase(value));
    }

    private Optional<Remedy> hours() {
        if (!codes.name().equals(HOURS) || !isDigits(value) || value.length() > HOURS_DIGITS_MAX) {
            return Optional.empty();
        }
        int hours = Integer.parseInt(value);
        return only((code, description) -> isInRange(hours, description));
    }

    /** A range is described as "181 to 359" or "720 or more". */
    private static boolean isInRange(int number, String description) {
        String[] words = description.split(" ");
        int from = Integer.parseInt(words[0]);
        return number >= from && (words[1].equals("or") || number <= Integer.parseInt(words[2]));
    }

    private Optional<Remedy> yesOrNo() {
        if (!codes.name().equals(YES_OR_NO)) {
            return Optional.empty();
        }
        return switch (plain) {
            case "1", "T", "TRUE", "X" -> Optional.of(Remedy.perhaps("Y"));
            case "0", "F", "FALSE" -> Optional.of(Remedy.perhaps("N"));
            default -> Optional.empty();
        };
    }

    private Optional<Remedy> withLookAlikes() {
        String digits = plain.replace('O', '0').replace('I', '1').replace('L', '1');
        boolean mixed = !digits.equals(plain) && plain.chars().anyMatch(c -> c >= '0' && c <= '9');
        return mixed && isDigits(digits) ? writtenOtherwise(digits).map(Remedy::asGuess) : Optional.empty();
    }

    private Optional<Remedy> begun() {
        // A lonely Y or N is the answer to another question.
        if (plain.equals("Y") || plain.equals("N")) {
            return Optional.empty();
        }
        return only((code, description) ->
                        plain(code).startsWith(plain) || plain(description).startsWith(plain))
                .map(Remedy::asGuess);
    }

    private Optional<Remedy> misspelt() {
        if (plain.length() < SLIP_LENGTH_MIN) {
            return Optional.empty();
        }
        return only((code, description) -> code.length() >= SLIP_LENGTH_MIN && isOneSlipFrom(plain(code))
                        || isOneSlipFrom(plain(description)))
                .map(Remedy::asGuess);
    }

    /** The one code for which that is so; empty when there are several. */
    private Optional<Remedy> only(BiPredicate<String, String> isSo) {
        Remedy only = null;
        for (Map.Entry<String, String> code : codes.descriptions().entrySet()) {
            if (isSo.test(code.getKey(), code.getValue())) {
                if (only != null) {
                    return Optional.empty();
                }
                String meaning = code.getKey().equals(code.getValue()) ? "" : code.getValue();
                only = new Remedy(code.getKey(), meaning, true);
            }
        }
        return Optional.ofNullable(only);
    }

    /** One letter too many, too few or another, or two of them swapped. */
    private boolean isOneSlipFrom(String right) {
        int difference = right.length() - plain.length();
        if (difference < -1 || difference > 1) {
            return false;
        }
        int same = 0;
        int shorter = Math.min(right.length(), plain.length());
        while (same < shorter && right.charAt(same) == plain.charAt(same)) {
            same++;
        }
        if (difference == 0) {
            return same + 1 >= shorter
                    || right.substring(same + 1).equals(plain.substring(same + 1))
                    || right.charAt(same) == plain.charAt(same + 1)
                            && right.charAt(same + 1) == plain.charAt(same)
                            && right.substring(same + 2).equals(plain.substring(same + 2));
        }
        return difference > 0
                ? right.substring(same + 1).equals(plain.substring(same))
                : right.substring(same).equals(plain.substring(same + 1));
    }

    /** Letters and digits only, in capitals, without the decimals that a spreadsheet adds to whole numbers. */
    private static String plain(String text) {
        String whole = text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
        StringBuilder plain = new StringBuilder(whole.length());
        for (int i = 0; i < whole.length(); i++) {
            if (Character.isLetterOrDigit(whole.charAt(i))) {
                plain.append(whole.charAt(i));
            }
        }
        return plain.toString().toUpperCase(Locale.ROOT);
    }

    /** The number of a text like 9, 009 or 9TH; -1 when it is none. */
    private static int number(String text) {
        int length = text.length();
        boolean ordinal = length > 2
                && (text.endsWith("ST") || text.endsWith("ND") || text.endsWith("RD") || text.endsWith("TH"));
        String digits = ordinal ? text.substring(0, length - 2) : text;
        return digits.length() <= HOURS_DIGITS_MAX && isDigits(digits) ? Integer.parseInt(digits) : -1;
    }

    private static boolean isDigits(String text) {
        return NearestNumber.isDigits(text);
    }
}
