package gov.mt.opi.aim.reporting.report;

import gov.mt.opi.aim.contracts.layout.CodeList;
import gov.mt.opi.aim.contracts.layout.CodeLists;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What members can be counted by, and narrowed to. */
public enum Dimension {
    DISTRICT("district", null),
    /** Unique within its district only, so its rows name the district too. */
    SCHOOL("school", null),
    GRADE("grade", "grade-level"),
    RACE_ETHNICITY("raceEthnicity", "race-ethnicity"),
    GENDER("gender", "gender"),
    SERVICE_TYPE("serviceType", "service-type"),
    LUNCH("lunch", "lunch"),
    SPED("sped", "yes-no"),
    SECTION504("section504", "yes-no"),
    LEP_STATUS("lepStatus", "lep-status"),
    HOMELESS("homeless", "yes-no"),
    IMMIGRANT("immigrant", "yes-no"),
    TITLE_I("titleI", "yes-no");

    private static final Pattern ENTITY_NUMBER = Pattern.compile("[1-9][0-9]{0,3}");

    private final String key;
    private final Optional<CodeList> codes;

    Dimension(String key, String codes) {
        this.key = key;
        this.codes = Optional.ofNullable(codes)
                .map(list -> CodeLists.find(list).orElseThrow(() -> new IllegalStateException("no code list " + list)));
    }

    /** The dimension that callers know by this name, case included. */
    public static Optional<Dimension> of(String key) {
        return Arrays.stream(values())
                .filter(dimension -> dimension.key.equals(key))
                .findFirst();
    }

    /** The name in queries and answers. */
    public String key() {
        return key;
    }

    /** True when a member can have the value, so that asking for it makes sense. */
    public boolean mayBe(String value) {
        return codes.map(list -> list.contains(value))
                .orElseGet(() -> ENTITY_NUMBER.matcher(value).matches());
    }

    /** What its values are, in words. */
    public String values(String separator) {
        return codes.map(list -> String.join(separator, list.codes()))
                .orElse("a number of 1 to 4 digits without leading zeros");
    }

    /** The codes that a member can have, in the order of the specification; empty for numbers. */
    public List<String> codes() {
        return codes.map(list -> List.copyOf(list.codes())).orElse(List.of());
    }

    /** True for the numbers of districts and schools, which people want in the order of numbers. */
    public boolean isNumber() {
        return codes.isEmpty();
    }

    /** The order of its values. Numbers have no leading zeros, so the shorter one is the smaller one. */
    public Comparator<String> order() {
        return isNumber()
                ? Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder())
                : Comparator.naturalOrder();
    }
}
