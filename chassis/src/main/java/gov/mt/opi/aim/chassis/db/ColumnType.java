package gov.mt.opi.aim.chassis.db;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The types that columns of bulk rows have, and what their values may be given as; null is none of any type. */
public enum ColumnType {
    /** A {@link java.util.UUID}. */
    UUID,
    /** Anything; its text is written. */
    TEXT,
    /** A number without decimals. */
    INTEGER,
    /** A number without decimals. */
    BIGINT,
    /** A {@link LocalDate} or its ISO text; {@link #NO_END} for infinity. */
    DATE,
    /** A {@link java.time.LocalDateTime}, exact to the microsecond. */
    TIMESTAMP,
    /** An {@link java.time.Instant}, exact to the microsecond. */
    TIMESTAMPTZ,
    /** A number from 0 to 1 with at most four decimals. */
    NUMERIC;

    /** The date of what has no end: PostgreSQL's infinity. */
    public static final LocalDate NO_END = LocalDate.MAX;

    /** The types of these names in SQL. */
    public static List<ColumnType> list(String... sql) {
        return Stream.of(sql)
                .map(name -> valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
    }

    /** Its name in SQL. */
    public String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value as an element of an array of this type. */
    public Object element(Object value) {
        return this == DATE && NO_END.equals(value) ? "infinity" : value;
    }
}
