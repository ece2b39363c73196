package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.intake.outcome.StateIdLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** State IDs as tab-separated text, which a student information system reads back: values stay as they are. */
final class StateIdTsv {

    private final Writer out;

    StateIdTsv(OutputStream out) throws IOException {
        this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        row("districtNumber", "localId", "stateId", "outcome");
    }

    void write(StateIdLine line) throws IOException {
        row(line.districtNumber(), line.localId(), line.stateId(), line.outcome());
    }

    void end() throws IOException {
        out.flush();
    }

    private void row(String... cells) throws IOException {
        out.write(String.join("\t", cells));
        out.write('\n');
    }
}
