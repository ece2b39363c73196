package gov.mt.opi.aim.reporting.completeness;

import gov.mt.opi.aim.reporting.census.Census;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.SchoolYear;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.TableReports;
import gov.mt.opi.aim.reporting.report.dropouts.DropoutsReport;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rules that hold this year's counts against last year's. */
final class YearComparison {

    private static final List<Dimension> COMPARED =
            List.of(Dimension.GRADE, Dimension.RACE_ETHNICITY, Dimension.SPED, Dimension.LEP_STATUS, Dimension.LUNCH);

    private final Census census;
    private final TableReports reports;
    private final CompletenessConfig config;

    YearComparison(Census census, TableReports reports, CompletenessConfig config) {
        this.census = census;
        this.reports = reports;
        this.config = config;
    }

    /** COL-006: no count is far from last year's. Nothing is compared with a year that AIM does not know. */
    Check countsAreNear(Scope scope) {
        LocalDate day = scope.collection().countDate();
        List<String> far = new ArrayList<>();
        compare("all students", List.of(), scope.district(), day, far);
        COMPARED.forEach(dimension -> compare(dimension.key(), List.of(dimension), scope.district(), day, far));
        return Check.of("COL-006", far.size(), String.join("; ", far), far.isEmpty());
    }

    /** COL-007: a district of some size that had dropouts last year has some this year. */
    Check dropoutsAreReported(Scope scope, long members) {
        SchoolYear year = new SchoolYear(scope.collection().year());
        long before = dropouts(new SchoolYear(year.year() - 1), scope.district());
        boolean missing = members >= config.dropoutsMembersMin() && before > 0 && dropouts(year, scope.district()) == 0;
        return Check.of("COL-007", missing ? 1 : 0, before + " the year before, none now", !missing);
    }

    private void compare(String name, List<Dimension> by, String district, LocalDate day, List<String> far) {
        Slice slice = new Slice(by, Map.of(Dimension.DISTRICT, Set.of(district)));
        Map<String, Long> now = counts(census.membership(day, slice), by);
        Map<String, Long> before = counts(census.membership(day.minusYears(1), slice), by);
        Set<String> values = new HashSet<>(before.keySet());
        values.addAll(now.keySet());
        values.stream().sorted().forEach(value -> {
            long was = before.getOrDefault(value, 0L);
            long is = now.getOrDefault(value, 0L);
            if (was >= Math.max(1, config.changeStudentsMin())
                    && Math.abs(is - was) * 100 > was * config.changePercentMax()) {
                far.add(name + (value.isEmpty() ? "" : " " + value) + ": " + was + " last year, " + is + " now");
            }
        });
    }

    private static Map<String, Long> counts(Counts counts, List<Dimension> by) {
        Map<String, Long> byValue = new HashMap<>();
        if (by.isEmpty()) {
            byValue.put("", counts.total());
        }
        counts.rows().forEach(row -> byValue.put(row.values().get(0), row.students()));
        return byValue;
    }

    private long dropouts(SchoolYear year, String district) {
        Slice slice = new Slice(List.of(), Map.of(Dimension.DISTRICT, Set.of(district)));
        return reports.table(DropoutsReport.REPORT, year, slice).totals().get(0).longValue();
    }
}
