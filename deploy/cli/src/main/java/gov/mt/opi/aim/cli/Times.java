package gov.mt.opi.aim.cli;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lengths of time as people write them, and moments as they read them. */
final class Times {

    private static final Pattern LENGTH = Pattern.compile("([0-9]{1,6})(s|m|h|)");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss zzz", Locale.ENGLISH);

    private Times() {}

    /**
     * A length such as {@code 90s}, {@code 30m} or {@code 2h}; a number alone is seconds.
     *
     * @throws IllegalArgumentException when it is not written so
     */
    static Duration length(String text) {
        Matcher parts = LENGTH.matcher(text.strip());
        if (!parts.matches()) {
            throw new IllegalArgumentException(
                    "'" + text + "' is not a length of time; write 90s (seconds), 30m (minutes) or 2h (hours)");
        }
        long number = Long.parseLong(parts.group(1));
        return switch (parts.group(2)) {
            case "h" -> Duration.ofHours(number);
            case "m" -> Duration.ofMinutes(number);
            default -> Duration.ofSeconds(number);
        };
    }

    /** A moment in the zone of this machine; what is no moment stays as it is. */
    static String moment(String utc) {
        try {
            return MOMENT.format(Instant.parse(utc).atZone(ZoneId.systemDefault()));
        } catch (DateTimeParseException notAMoment) {
            return utc;
        }
    }
}
