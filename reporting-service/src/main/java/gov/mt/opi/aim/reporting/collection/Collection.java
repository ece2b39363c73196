package gov.mt.opi.aim.reporting.collection;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A count that all districts take part in.
 *
 * @param id short name: lower-case letters, digits, hyphens
 * @param name what people call it, and its snapshots
 * @param year school year by its last year
 * @param kind what is counted
 * @param countDate the day that is counted
 * @param byCalendar whether a calendar's own test-window date goes before it
 * @param opensOn first day on which districts may certify; null for always
 * @param closesOn last day; null for ever. When it is over the snapshot is taken
 * @param changedBy who wrote it last
 * @param changedAt when, UTC
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Collection(
        String id,
        String name,
        int year,
        Kind kind,
        LocalDate countDate,
        boolean byCalendar,
        LocalDate opensOn,
        LocalDate closesOn,
        String changedBy,
        Instant changedAt) {

    /** Kinds of collections; some rules of completeness are for one kind only. */
    public enum Kind {
        /** A count of members. */
        COUNT,
        /** A count on the day of the test window, with its attendance. */
        TEST_WINDOW,
        /** The end of the year: everybody's enrollment has ended. */
        END_OF_YEAR
    }

    public boolean isOpenOn(LocalDate day) {
        return (opensOn == null || !day.isBefore(opensOn)) && !isOverOn(day);
    }

    public boolean isOverOn(LocalDate day) {
        return closesOn != null && day.isAfter(closesOn);
    }
}
