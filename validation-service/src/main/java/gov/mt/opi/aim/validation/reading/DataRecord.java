package gov.mt.opi.aim.validation.reading;

import gov.mt.opi.aim.contracts.layout.RecordType;
import java.time.LocalDate;

/**
 * A line read by its layout: one value a field, blank ones empty, and which of them are not clean. Fields are named by
 * their index in the layout, from 0. The checks fill in defaults, drop values and mark fields while they judge.
 */
public final class DataRecord {

    private final RecordType type;
    private final int line;
    private final String[] values;
    private final LocalDate[] dates;
    /** One bit a field; the longest layout has 37. */
    private long dirty;

    DataRecord(RecordType type, int line, String[] values) {
        this.type = type;
        this.line = line;
        this.values = values;
        this.dates = new LocalDate[values.length];
    }

    public RecordType type() {
        return type;
    }

    /** The line of the file, from 1. */
    public int line() {
        return line;
    }

    /** The value of a field, empty when blank. */
    public String text(int field) {
        return values[field];
    }

    public boolean isBlank(int field) {
        return values[field].isEmpty();
    }

    public boolean has(int field) {
        return !values[field].isEmpty();
    }

    public boolean is(int field, String value) {
        return values[field].equals(value);
    }

    /** The day of a date field that is clean and not blank. */
    public LocalDate date(int field) {
        return dates[field];
    }

    /** The number of a field that holds clean digits and is not blank. */
    public int number(int field) {
        return Integer.parseInt(values[field]);
    }

    public void fill(int field, String value) {
        values[field] = value;
    }

    public void drop(int field) {
        values[field] = "";
        dates[field] = null;
    }

    public void date(int field, LocalDate day) {
        dates[field] = day;
    }

    /** An ERROR stands against the field: rules that need it stay silent. */
    public void taint(int field) {
        dirty |= 1L << field;
    }

    public boolean isClean(int field) {
        return (dirty & 1L << field) == 0;
    }

    /** True when none of the fields is tainted. */
    public boolean areClean(long fields) {
        return (dirty & fields) == 0;
    }
}
