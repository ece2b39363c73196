package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.reporting.collection.Collection;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import java.time.Instant;
import java.time.LocalDate;
import java.util.regex.Pattern;

/**
 * The body that writes a collection.
 *
 * @param name what people call it
 * @param year school year by its last year
 * @param kind COUNT, TEST_WINDOW or END_OF_YEAR; COUNT when absent
 * @param countDate the day that is counted, ISO 8601
 * @param byCalendar whether a calendar's own test-window date goes before it
 * @param opensOn first day on which districts may certify; absent for always
 * @param closesOn last day; absent for ever
 */
public record CollectionRequest(
        String name, String year, String kind, String countDate, Boolean byCalendar, String opensOn, String closesOn) {

    private static final Pattern ID = Pattern.compile("[a-z0-9](-?[a-z0-9]){0,49}");

    /**
     * The collection that the body describes.
     *
     * @throws Problem 400 when it is none
     */
    Collection collection(String id, String changedBy, Instant now) {
        if (!ID.matcher(id).matches()) {
            throw bad(
                    "The id of a collection has up to 50 lower-case letters and digits, with single hyphens between.");
        }
        String named = QueryParameters.text(name).orElseThrow(() -> bad("name is needed: what people call it."));
        if (named.length() > SnapshotOrder.NAME_LENGTH_MAX || named.chars().anyMatch(Character::isISOControl)) {
            throw bad("name must have at most " + SnapshotOrder.NAME_LENGTH_MAX
                    + " characters, and no control characters.");
        }
        LocalDate opens = optionalDay("opensOn", opensOn);
        LocalDate closes = optionalDay("closesOn", closesOn);
        if (opens != null && closes != null && closes.isBefore(opens)) {
            throw bad("closesOn must not be before opensOn.");
        }
        return new Collection(
                id,
                named,
                CountParameters.year("year", year).year(),
                QueryParameters.constant("kind", Collection.Kind.class, kind).orElse(Collection.Kind.COUNT),
                CountParameters.day("countDate", countDate),
                byCalendar != null && byCalendar,
                opens,
                closes,
                changedBy,
                now);
    }

    private static LocalDate optionalDay(String name, String value) {
        return QueryParameters.text(value)
                .map(text -> CountParameters.day(name, text))
                .orElse(null);
    }

    private static Problem bad(String detail) {
        return Problem.badRequest("bad-body", detail);
    }
}
