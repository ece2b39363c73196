package gov.mt.opi.aim.validation.gathering;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.util.Arrays;

/**
 * The lines of one file as far as they have arrived: their numbers and their texts, nothing parsed. Memory grows with what
 * arrives, not with what is announced.
 */
public final class GatheredFile {

    /** The header is line 1; what stands between it and the first record is blank. */
    private static final int HEADER_LINE = 1;

    private static final int FIRST_CAPACITY = 64;

    private final FileFacts facts;
    private int[] lines = new int[FIRST_CAPACITY];
    private String[] records = new String[FIRST_CAPACITY];
    private int gathered;

    GatheredFile(FileFacts facts) {
        this.facts = facts;
    }

    /** A whole file at once. Its lines must be complete. */
    public static GatheredFile of(Iterable<RecordSubmitted> lines) {
        GatheredFile file = new GatheredFile(FileFacts.of(lines.iterator().next()));
        lines.forEach(file::add);
        return file;
    }

    public FileFacts facts() {
        return facts;
    }

    /** How many data lines there are. */
    public int size() {
        return gathered;
    }

    /** The text of the record with that index, from 0 in the order of the file. */
    public String record(int index) {
        return records[index];
    }

    /** The line number of the record with that index, from 1. */
    public int line(int index) {
        return lines[index];
    }

    /** The number of the first blank line right before the record; equal to the record's line when there is none. */
    public int firstBlankBefore(int index) {
        return (index == 0 ? HEADER_LINE : lines[index - 1]) + 1;
    }

    /** Adds a line; one that is there already is left as it is. */
    void add(RecordSubmitted line) {
        int index = line.ordinal() - 1;
        if (index >= records.length) {
            int capacity = Math.max(index + 1, Math.min(facts.lines(), records.length * 2));
            lines = Arrays.copyOf(lines, capacity);
            records = Arrays.copyOf(records, capacity);
        }
        if (records[index] == null) {
            lines[index] = line.line();
            records[index] = line.record();
            gathered++;
        }
    }

    boolean isComplete() {
        return gathered == facts.lines();
    }
}
