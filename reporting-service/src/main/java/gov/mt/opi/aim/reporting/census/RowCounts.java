package gov.mt.opi.aim.reporting.census;

import java.util.Arrays;

/** Counts by row number: a hash table of plain numbers, because a count adds to it for every member of the state. */
final class RowCounts {

    private static final long FREE = -1;

    private long[] rows = new long[1024];
    private int[] counts = new int[1024];
    private int used;

    /** What is done with a row and its count. */
    interface Each {
        void row(long row, int count);
    }

    RowCounts() {
        Arrays.fill(rows, FREE);
    }

    void increment(long row) {
        int slot = slot(rows, row);
        if (rows[slot] == FREE) {
            rows[slot] = row;
            used++;
            counts[slot] = 1;
            if (used * 2 > rows.length) {
                grow();
            }
        } else {
            counts[slot]++;
        }
    }

    /** All rows in the order of their numbers. */
    void forEach(Each each) {
        long[] sorted = new long[used];
        int next = 0;
        for (long row : rows) {
            if (row != FREE) {
                sorted[next++] = row;
            }
        }
        Arrays.sort(sorted);
        for (long row : sorted) {
            each.row(row, counts[slot(rows, row)]);
        }
    }

    private void grow() {
        long[] moreRows = new long[rows.length * 2];
        int[] moreCounts = new int[rows.length * 2];
        Arrays.fill(moreRows, FREE);
        for (int i = 0; i < rows.length; i++) {
            if (rows[i] != FREE) {
                int slot = slot(moreRows, rows[i]);
                moreRows[slot] = rows[i];
                moreCounts[slot] = counts[i];
            }
        }
        rows = moreRows;
        counts = moreCounts;
    }

    private static int slot(long[] rows, long row) {
        long mixed = row * 0x9E3779B97F4A7C15L;
        int slot = (int) (mixed ^ (mixed >>> 32)) & (rows.length - 1);
        while (rows[slot] != FREE && rows[slot] != row) {
            slot = (slot + 1) & (rows.length - 1);
        }
        return slot;
    }
}
