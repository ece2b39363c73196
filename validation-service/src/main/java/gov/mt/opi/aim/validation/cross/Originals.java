package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.validation.reading.DataRecord;

/** The records of a file in full, by index. To read one again costs as much as the first time. */
public interface Originals {

    /** The text of a line as submitted. */
    String text(int index);

    /** A record that has no ERROR. */
    DataRecord record(int index);

    /** True when two records without ERROR say the same in every field. */
    boolean sayTheSame(int index, int otherIndex);
}
