package gov.mt.opi.aim.reporting.suppression;

import java.util.List;

/** A cell of a table, or a total over some of its dimensions. */
final class Cell {

    /** A value for each dimension; {@link #ALL} where it is a total over the dimension. */
    final List<String> key;

    long count;
    /** Hidden for itself, because it is small. */
    boolean small;
    /** The only part of some total. */
    boolean alone;
    /** Not to be shown, for whatever reason. */
    boolean hidden;

    /** In place of a value: the total over the dimension. No value of a dimension has a control character. */
    static final String ALL = "\u0000";

    Cell(List<String> key) {
        this.key = key;
    }

    /** True for a row of the answer, false for a total. */
    boolean isRow() {
        return !key.contains(ALL);
    }
}
