package gov.mt.opi.aim.chassis.rest;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;

/** Reads query and path parameters, so that a wrong one is a clear 400 or 404. Blank counts as absent. */
public final class QueryParameters {

    private static final ZoneId MONTANA = ZoneId.of("America/Denver");

    private QueryParameters() {}

    public static Optional<String> text(String value) {
        return Optional.ofNullable(value).map(String::trim).filter(trimmed -> !trimmed.isEmpty());
    }

    /** An ISO date, for example {@code 2007-03-15}. */
    public static Optional<LocalDate> date(String name, String value) {
        try {
            return text(value).map(LocalDate::parse);
        } catch (DateTimeParseException e) {
            throw Problem.badRequest("bad-parameter", name + " must be a date like 2007-03-15, not " + value + ".");
        }
    }

    /**
     * An ISO time with its offset, for example {@code 2007-03-15T23:00:00Z}; a date stands for its first moment in Montana.
     */
    public static Optional<Instant> moment(String name, String value) {
        try {
            return text(value)
                    .map(text -> text.indexOf('T') < 0
                            ? LocalDate.parse(text).atStartOfDay(MONTANA).toInstant()
                            : OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeParseException e) {
            throw Problem.badRequest(
                    "bad-parameter", name + " must be a time like 2007-03-15T23:00:00Z or a date like 2007-03-15.");
        }
    }

    /** {@code true} or {@code false}; absent is false. */
    public static boolean flag(String name, String value) {
        return switch (text(value).orElse("false")) {
            case "true" -> true;
            case "false" -> false;
            default -> throw Problem.badRequest("bad-parameter", name + " must be true or false, not " + value + ".");
        };
    }

    /** One of an enumeration's constants, by its name in any case. */
    public static <E extends Enum<E>> Optional<E> constant(String name, Class<E> type, String value) {
        try {
            return text(value).map(text -> Enum.valueOf(type, text.toUpperCase()));
        } catch (IllegalArgumentException e) {
            throw Problem.badRequest(
                    "bad-parameter",
                    name + " must be one of " + java.util.Arrays.toString(type.getEnumConstants()) + ", not " + value
                            + ".");
        }
    }

    /** The id of a path; what is no UUID is the id of nothing. */
    public static UUID id(String what, String value) {
        try {
            return UUID.fromString(value);
        } catch (IllegalArgumentException e) {
            throw Problem.notFound("There is no " + what + " " + value + ".");
        }
    }
}
