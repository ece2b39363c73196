package gov.mt.opi.aim.reporting.completeness;

import gov.mt.opi.aim.reporting.collection.Collection.Kind;
import gov.mt.opi.aim.reporting.report.TableReport;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The rules that are a query: a row for each place where the rule does not hold. */
public enum QueryRule {
    MEMBERS_HAVE_PROGRAMS("COL-001"),
    TESTED_HAVE_ATTENDANCE("COL-002", Kind.TEST_WINDOW),
    NO_IDENTITY_CASES("COL-003"),
    NO_CONFLICTS("COL-004"),
    OPEN_SCHOOLS_HAVE_STUDENTS("COL-005"),
    ENROLLMENTS_HAVE_ENDED("COL-008", Kind.END_OF_YEAR),
    EXITS_HAVE_LANDED("COL-009"),
    KINDERGARTEN_IS_FIVE("COL-010"),
    HOURS_COUNT("COL-011", Kind.TEST_WINDOW),
    DISTRICTS_AGREE("COL-012");

    private final String ruleId;
    private final Set<Kind> kinds;
    private final String relation;

    QueryRule(String ruleId, Kind... kinds) {
        this.ruleId = ruleId;
        this.kinds = kinds.length == 0 ? EnumSet.allOf(Kind.class) : EnumSet.copyOf(Arrays.asList(kinds));
        this.relation = TableReport.relation(QueryRule.class, ruleId.toLowerCase(java.util.Locale.ROOT) + ".sql");
    }

    public static Optional<QueryRule> of(String ruleId) {
        return Arrays.stream(values())
                .filter(rule -> rule.ruleId.equals(ruleId))
                .findFirst();
    }

    public String ruleId() {
        return ruleId;
    }

    public boolean isFor(Kind kind) {
        return kinds.contains(kind);
    }

    /** SQL with the columns school, student_key and detail. */
    public String relation() {
        return relation;
    }
}
