package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file while it is written: each line together with what must become of it. */
final class FileDraft {

    private static final DateTimeFormatter NAME_DATE = DateTimeFormatter.ofPattern("MMdduuuu");

    private final String district;
    private final LocalDate date;
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final SortedMap<String, Integer> findings = new TreeMap<>();

    FileDraft(String district, LocalDate date, String time) {
        this.district = district;
        this.date = date;
        lines.add(Lines.header(date, time, "MT1.3"));
    }

    /** A line that is in the view afterwards, with a warning for each rule. */
    void accepted(String line, String... warnings) {
        add("accepted", line, warnings);
    }

    /** A line that a rule refuses. */
    void rejected(String line, String... rules) {
        add("rejected", line, rules);
    }

    /** A line that waits for a person. */
    void held(String line, String... rules) {
        add("held", line, rules);
    }

    /** An empty line, which is no record and only noted. */
    void blank() {
        lines.add("");
        findings.merge("REC-001", 1, Integer::sum);
    }

    SampleFile sentBy(String sender, boolean adoptStateIds) {
        return new SampleFile(
                district,
                district + "_" + NAME_DATE.format(date) + ".tsv",
                sender,
                adoptStateIds,
                String.join("\r\n", lines) + "\r\n",
                false,
                Map.copyOf(outcomes),
                findings);
    }

    private void add(String outcome, String line, String... rules) {
        lines.add(line);
        outcomes.merge(outcome, 1, Integer::sum);
        for (String rule : rules) {
            findings.merge(rule, 1, Integer::sum);
        }
    }
}
