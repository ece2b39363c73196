package gov.mt.opi.aim.contracts.layout;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** How the state reads MT1.3 where the printed specification is silent or contradicts itself ({@code decisions.tsv}). */
public final class Decisions {

    private static final List<Decision> ALL = read();

    private Decisions() {}

    /**
     * One decision.
     *
     * @param id stable id, AMB-nn
     * @param about the file, or the record type
     * @param question what the specification leaves open
     * @param decision what holds
     */
    public record Decision(String id, String about, String question, String decision) {}

    public static List<Decision> all() {
        return ALL;
    }

    private static List<Decision> read() {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(Decisions.class.getResourceAsStream("decisions.tsv"), StandardCharsets.UTF_8))) {
            return lines.lines()
                    .skip(1)
                    .map(line -> line.split("\t", -1))
                    .map(cell -> new Decision(cell[0], cell[1], cell[2], cell[3]))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
