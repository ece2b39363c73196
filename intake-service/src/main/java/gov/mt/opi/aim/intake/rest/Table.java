package gov.mt.opi.aim.intake.rest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** Rows of cells as text, written one after the other and never held. */
abstract class Table {

    private final Writer out;

    private Table(OutputStream out) {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32 * 1024);
    }

    /**
     * CSV (RFC 4180) for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe in front,
     * because its text came from somebody's file.
     */
    static Table csv(OutputStream out) {
        return new Csv(out);
    }

    /** Tab-separated text for programs: values stay as they are. */
    static Table tsv(OutputStream out) {
        return new Tsv(out);
    }

    /** Writes a row; null is an empty cell. */
    final void row(Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(separator());
            }
            out.write(cell(cells[i] == null ? "" : cells[i].toString()));
        }
        out.write(end());
    }

    /** Writes out what is buffered. */
    final void flush() throws IOException {
        out.flush();
    }

    abstract char separator();

    abstract String end();

    abstract String cell(String text);

    private static final class Csv extends Table {

        private static final String FORMULA_STARTS = "=+-@\t\r";

        private Csv(OutputStream out) {
            super(out);
        }

        @Override
        char separator() {
            return ',';
        }

        @Override
        String end() {
            return "\r\n";
        }

        @Override
        String cell(String text) {
            String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
            boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
            return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
        }
    }

    private static final class Tsv extends Table {

        private Tsv(OutputStream out) {
            super(out);
        }

        @Override
        char separator() {
            return '\t';
        }

        @Override
        String end() {
            return "\n";
        }

        /** A tab or a line end within a cell would be another cell or row; a value of MT1.3 holds neither. */
        @Override
        String cell(String text) {
            return text.replace('\t', ' ').replace('\n', ' ').replace('\r', ' ');
        }
    }
}
