package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.SchoolYear;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.report.ZeroCells;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Reads what a count is asked with. Values may be repeated or separated by commas. A parameter nobody knows is refused: a
 * filter with a slip in its name would otherwise count everybody.
 */
final class CountParameters {

    /** The day of a live count. */
    static final String ON = "on";
    /** The dimensions of the rows. */
    static final String BY = "by";
    /** Whether rows that nobody is in are wanted. */
    static final String ZEROS = "zeros";
    /** More would be a list of children, not a count. */
    static final int DIMENSIONS_MAX = 5;

    private static final int SHOWN_MAX = 60;
    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);
    private static final String DIMENSIONS =
            Arrays.stream(Dimension.values()).map(Dimension::key).collect(Collectors.joining(", "));

    private CountParameters() {}

    /**
     * A date that is there and can be meant.
     *
     * @throws Problem 400 when it is missing or no such date
     */
    static LocalDate day(String name, String value) {
        LocalDate day = QueryParameters.date(name, value)
                .orElseThrow(() -> Problem.badRequest("bad-parameter", name + " is needed: a date like 2007-03-13."));
        if (day.isBefore(EARLIEST) || day.isAfter(LATEST)) {
            throw Problem.badRequest(
                    "bad-parameter", name + " must be from " + EARLIEST + " to " + LATEST + ", not " + value + ".");
        }
        return day;
    }

    /**
     * A day that can be counted: it is there, can be meant, and has come in Montana.
     *
     * @throws Problem 400 when it is missing, no such date, or still to come
     */
    static LocalDate countDay(String name, String value, Instant now) {
        LocalDate day = day(name, value);
        if (day.isAfter(now.atZone(SnapshotRequest.MONTANA).toLocalDate())) {
            throw Problem.badRequest(
                    "future-date",
                    name + " " + day
                            + " is in the future: who will be a member then nobody knows. Only what has been can"
                            + " be counted.");
        }
        return day;
    }

    /**
     * A school year that is there and can be meant, by its last year.
     *
     * @throws Problem 400 when it is missing or no such year
     */
    static SchoolYear year(String name, String value) {
        String year = QueryParameters.text(value)
                .orElseThrow(() -> Problem.badRequest(
                        "bad-parameter", name + " is needed: the last year of a school year, 2007 for 2006-2007."));
        if (!year.matches("(19|20|21)[0-9]{2}")) {
            throw Problem.badRequest(
                    "bad-parameter",
                    name + " must be the last year of a school year like 2007, from 1900 to 2199, not " + year + ".");
        }
        return new SchoolYear(Integer.parseInt(year));
    }

    /**
     * A school year that can be counted: it is there, can be meant, and has begun in Montana.
     *
     * @throws Problem 400 when it is missing, no such year, or still to come
     */
    static SchoolYear countYear(String name, String value, Instant now) {
        SchoolYear year = year(name, value);
        if (year.octoberFirst().isAfter(now.atZone(SnapshotRequest.MONTANA).toLocalDate())) {
            throw Problem.badRequest(
                    "future-date",
                    name + " " + year.year() + " has not begun: it is counted from " + year.octoberFirst() + " on.");
        }
        return year;
    }

    /**
     * The slice that the parameters ask for, within what the caller may see.
     *
     * @param others parameters that the call has beside {@code by} and the filters
     * @throws Problem 400 for anything not understood, 404 for a district that the caller may not see
     */
    static Slice slice(MultivaluedMap<String, String> parameters, Set<String> others, Caller caller) {
        Map<Dimension, Set<String>> only = new EnumMap<>(Dimension.class);
        parameters.forEach((name, values) -> {
            if (name.equals(BY) || others.contains(name)) {
                return;
            }
            Dimension dimension = Dimension.of(name).orElseThrow(() -> unknownParameter(name, others));
            Set<String> wanted = new TreeSet<>(items(values));
            wanted.forEach(value -> checkValue(dimension, value));
            if (!wanted.isEmpty()) {
                only.put(dimension, wanted);
            }
        });
        // What is for everybody is of the whole state: whoever asks, the same cells are hidden.
        Optional<String> ownDistrict =
                Audience.isPublic(parameters.getFirst(Audience.PARAMETER)) ? Optional.empty() : caller.onlyDistrict();
        ownDistrict.ifPresent(own -> {
            only.getOrDefault(Dimension.DISTRICT, Set.of()).forEach(asked -> {
                if (!asked.equals(own)) {
                    throw Problem.notFound("There is no district " + asked + " that you may see.");
                }
            });
            only.put(Dimension.DISTRICT, Set.of(own));
        });
        return new Slice(by(parameters.getOrDefault(BY, List.of())), only);
    }

    /**
     * The one district that a list is narrowed to, within what the caller may see.
     *
     * @throws Problem 400 when it is no district number, 404 when the caller may not see it
     */
    static Optional<String> district(String asked, Caller caller) {
        Optional<String> district = QueryParameters.text(asked);
        district.ifPresent(number -> checkValue(Dimension.DISTRICT, number));
        return caller.scope(district);
    }

    /**
     * Counts with the rows that nobody is in, when they are asked for.
     *
     * @throws Problem 400 when there would be too many
     */
    static Counts withZeros(Reporting reporting, Counts counts, Slice slice, String zeros) {
        if (!QueryParameters.flag(ZEROS, zeros)) {
            return counts;
        }
        return reporting
                .withZeroCells(counts, slice)
                .orElseThrow(() -> Problem.badRequest(
                        "too-many-rows",
                        "With zeros this would be more than " + ZeroCells.ROWS_MAX
                                + " rows. Ask by fewer dimensions, or narrow it to a district."));
    }

    /**
     * The dimensions of the rows.
     *
     * @throws Problem 400 for an unknown one, one asked twice, or too many
     */
    static List<Dimension> by(List<String> values) {
        List<Dimension> by = new ArrayList<>();
        for (String name : items(values)) {
            Dimension dimension = Dimension.of(name)
                    .orElseThrow(() -> Problem.badRequest(
                            "unknown-dimension",
                            "by cannot be " + shown(name) + ". It takes up to " + DIMENSIONS_MAX + " of: " + DIMENSIONS
                                    + "."));
            if (by.contains(dimension)) {
                throw Problem.badRequest("repeated-dimension", "by has " + name + " twice; name each dimension once.");
            }
            by.add(dimension);
        }
        if (by.size() > DIMENSIONS_MAX) {
            throw Problem.badRequest(
                    "too-many-dimensions",
                    "by has " + by.size() + " dimensions. It takes up to " + DIMENSIONS_MAX + " of: " + DIMENSIONS
                            + ".");
        }
        return by;
    }

    private static void checkValue(Dimension dimension, String value) {
        if (!dimension.mayBe(value)) {
            throw Problem.badRequest(
                    "bad-parameter",
                    dimension.key() + " cannot be " + shown(value) + ". It is " + dimension.values(", ") + ".");
        }
    }

    private static Problem unknownParameter(String name, Set<String> others) {
        String known = others.stream().sorted().map(other -> other + ", ").collect(Collectors.joining());
        return Problem.badRequest(
                "unknown-parameter",
                "There is no parameter " + shown(name) + ". This call takes " + known + "by, and the filters "
                        + DIMENSIONS + ".");
    }

    /** What was sent, as far as a person would read it. */
    private static String shown(String text) {
        return text.length() <= SHOWN_MAX ? text : text.substring(0, SHOWN_MAX) + "…";
    }

    private static List<String> items(List<String> values) {
        return values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }
}
