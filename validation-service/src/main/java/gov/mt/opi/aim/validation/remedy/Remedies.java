package gov.mt.opi.aim.validation.remedy;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.Optional;

/** Puts the nearest right value into the words of a finding, where there is one. */
public final class Remedies {

    /** A longer value than this is no slip of the pen. */
    private static final int LENGTH_MAX = 60;

    private Remedies() {}

    /** The finding about a field with what to send instead of the value. */
    public static Finding improve(Finding finding, Field field, String value) {
        if (finding.severity() != Severity.ERROR || value.length() > LENGTH_MAX) {
            return finding;
        }
        return of(field, value).map(remedy -> withRemedy(finding, remedy)).orElseGet(() -> withCause(finding, field));
    }

    /** The finding about a line's record type. */
    public static Finding improveRecordType(Finding finding, String rightType) {
        return withRemedy(finding, Remedy.sameAs(rightType));
    }

    /** The nearest right value of a field, empty where nobody can know. */
    static Optional<Remedy> of(Field field, String value) {
        Optional<Remedy> nearest =
                switch (field.format()) {
                    case CODE, PADDED_CODE, END_STATUS, SUFFIX ->
                        field.codes().flatMap(codes -> NearestCode.of(codes, value));
                    case DATE -> NearestDate.of(value);
                    case ENTITY_NUMBER, CALENDAR_NUMBER -> NearestNumber.ofWhole(value, field.length());
                    case YEAR -> NearestNumber.ofYear(value);
                    case STATE_ID -> NearestNumber.ofStateId(value, field.length());
                    case PORTION -> NearestNumber.ofPortion(value);
                    case NAME -> NearestName.of(value, field.length());
                    case RECORD_TYPE, LOCAL_ID, FILLER -> Optional.empty();
                };
        return nearest.filter(remedy -> !remedy.value().equals(value));
    }

    private static Finding withRemedy(Finding finding, Remedy remedy) {
        String value = "`" + remedy.value() + "`";
        String meaning = remedy.meaning().isEmpty() ? "" : " (" + remedy.meaning() + ")";
        return remedy.certain()
                ? finding.saying(
                        withoutPeriod(finding.message()) + ": send " + value + meaning + ".",
                        "Send " + value + ". " + finding.hint())
                : finding.saying(
                        finding.message() + " Did you mean " + value + meaning + "?",
                        "If you mean " + value + ", send it so. " + finding.hint());
    }

    /** Where no value can be proposed, sometimes it is known what happened. */
    private static Finding withCause(Finding finding, Field field) {
        String cause =
                switch (field.format()) {
                    case DATE -> NearestDate.lengthOfMonth(finding.value());
                    case STATE_ID ->
                        NearestNumber.isRounded(finding.value())
                                ? "A spreadsheet has rounded this number: the ID cannot be read from it any more. "
                                : "";
                    default -> "";
                };
        return cause.isEmpty() ? finding : finding.saying(finding.message(), cause + finding.hint());
    }

    private static String withoutPeriod(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
