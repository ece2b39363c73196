package gov.mt.opi.aim.cli.terminal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Rows of text in columns as wide as their widest cell. */
public final class Table {

    private final List<String[]> rows = new ArrayList<>();
    private final Set<Integer> numbers;

    /** @param numbers the columns, from 0, that are aligned right */
    public Table(Set<Integer> numbers, String... heads) {
        this.numbers = numbers;
        rows.add(heads);
    }

    /** Adds a row with as many cells as there are heads. */
    public void row(String... cells) {
        rows.add(Arrays.stream(cells).map(Terminal::printable).toArray(String[]::new));
    }

    /** The heads, then the rows. */
    public List<String> lines() {
        int[] widths = new int[rows.get(0).length];
        for (String[] row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], row[column].length());
            }
        }
        return rows.stream().map(row -> line(row, widths)).toList();
    }

    private String line(String[] row, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < row.length; column++) {
            String padding = " ".repeat(widths[column] - row[column].length());
            line.append("  ").append(numbers.contains(column) ? padding + row[column] : row[column] + padding);
        }
        return line.toString().stripTrailing();
    }
}
