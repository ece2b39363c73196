package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Findings as CSV (RFC 4180) for a spreadsheet. A cell that a spreadsheet would take for a formula gets an apostrophe in
 * front, because its text came from somebody's file.
 */
final class FindingCsv {

    private static final String FORMULA_STARTS = "=+-@\t\r";

    private final Writer out;

    FindingCsv(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        row(
                "line",
                "ruleId",
                "severity",
                "recordType",
                "fieldNumber",
                "fieldName",
                "value",
                "message",
                "hint",
                "specSection");
    }

    void write(Finding finding) throws IOException {
        row(
                finding.line(),
                finding.ruleId(),
                finding.severity(),
                finding.recordType(),
                finding.fieldNumber(),
                finding.fieldName(),
                finding.value(),
                finding.message(),
                finding.hint(),
                finding.specSection());
    }

    void end() throws IOException {
        out.flush();
    }

    private void row(Object... cells) throws IOException {
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(cell(cells[i] == null ? "" : cells[i].toString()));
        }
        out.write("\r\n");
    }

    static String cell(String text) {
        String safe = !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
        boolean quoted = safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return quoted ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
