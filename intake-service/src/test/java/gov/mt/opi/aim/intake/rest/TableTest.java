package gov.mt.opi.aim.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void csvPutsAnApostropheBeforeWhatASpreadsheetWouldExecute(String text) throws IOException {
        assertThat(row(Table::csv, text)).isEqualTo("'" + text + "\r\n");
    }

    @Test
    void csvQuotesWhatHoldsSeparators() throws IOException {
        assertThat(row(Table::csv, "a,b", "say \"no\"", "\rx")).isEqualTo("\"a,b\",\"say \"\"no\"\"\",\"'\rx\"\r\n");
    }

    @Test
    void leavesOtherTextAsItIs() throws IOException {
        assertThat(row(Table::csv, "Grade", null, "Pe\u00f1a")).isEqualTo("Grade,,Pe\u00f1a\r\n");
    }

    @Test
    void tsvLeavesFormulasAndQuotesAsTheyAre() throws IOException {
        assertThat(row(Table::tsv, "=1+1", null, "say \"no\", no")).isEqualTo("=1+1\t\tsay \"no\", no\n");
    }

    @Test
    void tsvHasNoTabOrLineEndWithinACell() throws IOException {
        assertThat(row(Table::tsv, "a\tb\r\nc")).isEqualTo("a b  c\n");
    }

    private static String row(Function<OutputStream, Table> table, Object... cells) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Table rows = table.apply(out);
        rows.row(cells);
        rows.flush();
        return out.toString(StandardCharsets.UTF_8);
    }
}
