package gov.mt.opi.aim.local;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Rows of text in columns as wide as their widest cell. */
final class Table {

    private final List<String[]> rows = new ArrayList<>();
    private final int textColumns;

    /**
     * @param textColumns so many columns from the left are aligned left, the others right; the last one is never padded
     */
    Table(int textColumns, String... heads) {
        this.textColumns = textColumns;
        rows.add(heads);
    }

    void row(Object... cells) {
        rows.add(Arrays.stream(cells).map(String::valueOf).toArray(String[]::new));
    }

    List<String> lines() {
        int columns = rows.get(0).length;
        int[] widths = new int[columns];
        for (String[] row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String padding = " ".repeat(widths[column] - row[column].length());
            line.append("  ");
            line.append(column < textColumns ? row[column] + padding : padding + row[column]);
        }
        return line.toString().stripTrailing();
    }
}
