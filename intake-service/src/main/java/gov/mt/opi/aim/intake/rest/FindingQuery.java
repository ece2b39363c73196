package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.outcome.FindingFilter;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads which findings are asked for: several values with commas between them, or the parameter several times. */
final class FindingQuery {

    private static final List<String> SEVERITIES = List.of("FATAL", "ERROR", "HELD", "WARNING", "INFO");
    private static final List<String> RECORD_TYPES = Stream.concat(
                    Stream.of("HD"), Stream.of(RecordType.values()).map(Enum::name))
            .toList();

    private FindingQuery() {}

    /**
     * The filter.
     *
     * @throws Problem 400 for a value that no finding can have
     */
    static FindingFilter of(List<String> severity, List<String> ruleId, List<String> recordType) {
        Set<Severity> severities = values("severity", severity, SEVERITIES::contains, "one of " + SEVERITIES).stream()
                .map(Severity::valueOf)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new FindingFilter(
                severities,
                values("ruleId", ruleId, RuleCatalogue::contains, "the id of a rule, like EN-131"),
                values("recordType", recordType, RECORD_TYPES::contains, "one of " + RECORD_TYPES));
    }

    private static Set<String> values(String name, List<String> given, Predicate<String> known, String wanted) {
        Set<String> values = new LinkedHashSet<>();
        given.stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .map(String::trim)
                .filter(value -> !value.isEmpty())
                .forEach(value -> values.add(value.toUpperCase(Locale.ROOT)));
        values.stream().filter(known.negate()).findFirst().ifPresent(value -> {
            throw Problem.badRequest("bad-parameter", name + " must be " + wanted + ", not " + value + ".");
        });
        return values;
    }
}
