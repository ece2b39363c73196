package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.validation.reading.DataRecord;
import java.util.Optional;

/**
 * Records of the first reading of which there is nothing to say: the second would find the same. Those of the first lines only,
 * so that the largest file takes no more memory than a small one.
 */
final class CleanRecords {

    /** At 2 KB a record, 16 MB. */
    private static final int KEPT_MAX = 8192;

    private final DataRecord[] records;

    /** @param lines lines of the file */
    CleanRecords(int lines) {
        this.records = new DataRecord[Math.min(lines, KEPT_MAX)];
    }

    void keep(int index, DataRecord record) {
        if (index < records.length) {
            records[index] = record;
        }
    }

    /** The record of a line, given away; empty when the line must be read again. */
    Optional<DataRecord> take(int index) {
        if (index >= records.length) {
            return Optional.empty();
        }
        DataRecord record = records[index];
        records[index] = null;
        return Optional.ofNullable(record);
    }
}
