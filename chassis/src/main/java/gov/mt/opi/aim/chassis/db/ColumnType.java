package gov.mt.opi.aim.reporting.db;

import java.time.LocalDate;
import java.util.Locale;

/** The types that columns of the read model have. */
enum ColumnType {
    UUID,
    TEXT,
    INTEGER,
    BIGINT,
    DATE,
    TIMESTAMPTZ,
    NUMERIC;

    /** The date of what has no end: PostgreSQL's infinity. */
    static final LocalDate NO_END = LocalDate.MAX;

    /** Its name in SQL. */
    String sql() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** A value as an element of an array of this type. */
    Object element(Object value) {
        return this == DATE && NO_END.equals(value) ? "infinity" : value;
    }
}
