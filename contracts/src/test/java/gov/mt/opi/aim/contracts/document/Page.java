package gov.mt.opi.aim.contracts.document;

import java.util.Arrays;
import java.util.stream.Collectors;

/** Markdown. */
final class Page {

    static final String GENERATED =
            "<!-- Written by DocumentationTest of contracts from layouts, code lists and rules. Change those, not this. -->\n\n";

    private Page() {}

    /** A row of a table. */
    static String row(String... cells) {
        return Arrays.stream(cells).map(Page::cell).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /** A bar would end the cell; outside of code a bracket would begin an element. */
    private static String cell(String text) {
        StringBuilder cell = new StringBuilder(text.length());
        boolean code = false;
        for (char c : text.toCharArray()) {
            code ^= c == '`';
            cell.append(c == '|' ? "\\|" : c == '<' && !code ? "&lt;" : String.valueOf(c));
        }
        return cell.toString();
    }
}
