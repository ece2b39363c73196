package gov.mt.opi.aim.reporting.completeness;

import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.reporting.census.Census;
import gov.mt.opi.aim.reporting.collection.Collection;
import gov.mt.opi.aim.reporting.registry.Registry;
import gov.mt.opi.aim.reporting.report.TableReports;
import gov.mt.opi.aim.reporting.snapshot.CountDay;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** How complete a district's data are for a collection. */
public final class Completeness {

    private final CompletenessQueries queries;
    private final YearComparison years;
    private final Registry registry;
    private final CompletenessConfig config;

    public Completeness(
            CompletenessQueries queries,
            Census census,
            TableReports reports,
            Registry registry,
            CompletenessConfig config) {
        this.queries = queries;
        this.years = new YearComparison(census, reports, config);
        this.registry = registry;
        this.config = config;
    }

    /** A district's checks and when the data were as they say. */
    public record Answer(List<Check> checks, Counted counted) {}

    /** All checks, by rule id. */
    public Answer of(Scope scope) {
        Counted counted = queries.count(scope);
        List<Check> checks = new ArrayList<>(judge(scope, counted));
        checks.addAll(comparisons(scope, counted.members()));
        checks.sort(Comparator.comparing(Check::ruleId));
        return new Answer(checks, counted);
    }

    /** The rules that compare with last year; none of them blocks. */
    public List<Check> comparisons(Scope scope, long members) {
        return List.of(years.countsAreNear(scope), years.dropoutsAreReported(scope, members));
    }

    /** What the rules that are queries say to what was found. */
    public List<Check> judge(Scope scope, Counted counted) {
        List<Check> checks = new ArrayList<>();
        for (QueryRule rule : QueryRule.values()) {
            if (!rule.isFor(scope.collection().kind())) {
                checks.add(Check.notForThisKind(rule.ruleId()));
                continue;
            }
            long places = counted.places().getOrDefault(rule, 0L);
            boolean passes = places == 0
                    || rule == QueryRule.NO_IDENTITY_CASES
                            && places * 100 < counted.members() * config.identityCasesPercentMax();
            checks.add(Check.of(rule.ruleId(), places, Long.toString(places), passes));
        }
        return checks;
    }

    /** What there is to look at of a district. */
    public Scope scope(Collection collection, String district, LocalDate today) {
        List<Calendar> calendars = registry.calendars().stream()
                .filter(calendar -> calendar.districtNumber().equals(district))
                .filter(calendar -> calendar.year() == collection.year())
                .toList();
        List<CountDay> testWindows = days(calendars, Calendar::testWindowDate);
        return new Scope(
                collection,
                district,
                collection.byCalendar() ? testWindows : List.of(),
                testWindows,
                days(calendars, Calendar::endDate),
                openSchools(district, collection.countDate()),
                today);
    }

    private List<String> openSchools(String district, LocalDate day) {
        return registry.schools().stream()
                .filter(school -> school.districtNumber().equals(district))
                .filter(school ->
                        school.openedOn() == null || !school.openedOn().isAfter(day))
                .filter(school ->
                        school.closedOn() == null || !school.closedOn().isBefore(day))
                .map(School::schoolNumber)
                .toList();
    }

    private static List<CountDay> days(List<Calendar> calendars, Function<Calendar, LocalDate> day) {
        return calendars.stream()
                .filter(calendar -> day.apply(calendar) != null)
                .map(calendar -> new CountDay(
                        calendar.districtNumber(),
                        calendar.schoolNumber(),
                        calendar.calendarNumber(),
                        calendar.year(),
                        day.apply(calendar)))
                .toList();
    }
}
