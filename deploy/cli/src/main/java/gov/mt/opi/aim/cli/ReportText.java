package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.cli.api.Submission;
import gov.mt.opi.aim.cli.terminal.Colour;
import gov.mt.opi.aim.cli.terminal.Table;
import gov.mt.opi.aim.cli.terminal.Terminal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

/** What became of a file, for a person. */
final class ReportText {

    /** Rules that are named; the command findings has all. */
    private static final int RULES_MAX = 20;

    private static final int LINES_MAX = 5;
    private static final int CAUSES_MAX = 3;
    private static final List<String> OUTCOMES =
            List.of("pending", "accepted", "unchanged", "rejected", "held", "stale");

    private final Terminal terminal;
    private final FindingText findings;

    ReportText(Terminal terminal) {
        this.terminal = terminal;
        this.findings = new FindingText(terminal);
    }

    void write(FileReport report) {
        if (report instanceof FileReport.Told told) {
            told(told.submission(), told.summary());
        } else if (report instanceof FileReport.Refused refused) {
            refused(refused);
        } else {
            unknown((FileReport.Unknown) report);
        }
    }

    private void told(Submission submission, List<JsonNode> summary) {
        head(submission.fileName(), verdict(submission));
        terminal.say("  submission " + text(submission.json(), "id") + ", received "
                + Times.moment(text(submission.json(), "receivedAt"))
                + (text(submission.json(), "receivedBy").isEmpty()
                        ? ""
                        : " by " + text(submission.json(), "receivedBy")));
        if (submission.isDuplicate()) {
            terminal.say("  The same bytes were sent before; this is what became of them then."
                    + " To have them processed once more: --again");
        }
        if (submission.isValidated()) {
            terminal.say("  It was only checked: nothing of it is stored, and no State ID was issued.");
        }
        if (submission.hasFailed()) {
            terminal.say("  " + text(submission.json(), "failure"));
        }
        if (submission.records("total") > 0) {
            records(submission);
        }
        rules(submission, summary);
        advice(submission);
    }

    private String verdict(Submission submission) {
        if (submission.isRefused()) {
            return terminal.paint(Colour.BAD, "refused, nothing of it was taken");
        }
        if (submission.hasFailed()) {
            return terminal.paint(Colour.BAD, "AIM failed, not because of its data; it tries again by itself");
        }
        String total =
                number(submission.records("total")) + (submission.records("total") == 1 ? " record" : " records");
        if (!submission.isCompleted()) {
            return "on its way, " + number(submission.records("pending")) + " of " + total + " without outcome yet";
        }
        long rejected = submission.records("rejected");
        return rejected > 0
                ? terminal.paint(Colour.BAD, "completed, " + number(rejected) + " of " + total + " rejected")
                : terminal.paint(Colour.GOOD, "completed, nothing rejected of " + total);
    }

    private void records(Submission submission) {
        List<String> shown = OUTCOMES.stream()
                .filter(outcome -> !outcome.equals("pending") || submission.records(outcome) > 0)
                .toList();
        List<String> heads = new ArrayList<>(List.of("", "records"));
        heads.addAll(shown);
        Set<Integer> numbers = IntStream.range(1, heads.size()).boxed().collect(Collectors.toSet());
        Table table = new Table(numbers, heads.toArray(String[]::new));
        for (Map.Entry<String, JsonNode> type :
                submission.json().path("recordsByType").properties()) {
            if (type.getValue().path("total").asLong() > 0) {
                table.row(cells(type.getKey(), type.getValue(), shown));
            }
        }
        table.row(cells("all", submission.json().path("records"), shown));
        terminal.say("");
        table.lines().forEach(terminal::say);
    }

    private void rules(Submission submission, List<JsonNode> summary) {
        if (summary.isEmpty()) {
            return;
        }
        Table table = new Table(Set.of(0), "count", "severity", "rule", "what is wrong");
        List<String> severities = new ArrayList<>();
        for (JsonNode rule : summary.subList(0, Math.min(RULES_MAX, summary.size()))) {
            table.row(
                    number(rule.path("count").asLong()),
                    text(rule, "severity"),
                    text(rule, "ruleId"),
                    text(rule, "message") + lines(rule));
            severities.add(text(rule, "severity"));
            // One mistake on many lines is worth a line; as many mistakes as lines are not.
            StreamSupport.stream(rule.path("causes").spliterator(), false)
                    .filter(cause -> cause.path("count").asLong() > 1)
                    .limit(CAUSES_MAX)
                    .forEach(cause -> {
                        table.row(
                                "",
                                "",
                                "",
                                "  " + (text(cause, "value").isEmpty() ? "(blank)" : text(cause, "value")) + ": "
                                        + number(cause.path("count").asLong()) + " times" + lines(cause));
                        severities.add("");
                    });
        }
        terminal.say("");
        List<String> lines = table.lines();
        terminal.say(lines.get(0));
        for (int i = 0; i < severities.size(); i++) {
            String severity = severities.get(i);
            String line = lines.get(i + 1);
            terminal.say(
                    severity.isEmpty() ? line : line.replaceFirst(severity, findings.severity(severity, severity)));
        }
        if (summary.size() > RULES_MAX) {
            terminal.say("  and " + (summary.size() - RULES_MAX) + " more rules");
        }
    }

    private void advice(Submission submission) {
        String id = submission.id();
        List<String> advice = new ArrayList<>();
        if (submission.records("held") > 0) {
            advice.add(number(submission.records("held"))
                    + " held: kept until a person or another district acts. Held is not rejected.");
        }
        if (submission.records("stale") > 0) {
            advice.add(number(submission.records("stale"))
                    + " stale: the state already has something newer from a later file.");
        }
        if (submission.findings("fatal") + submission.findings("error") + submission.findings("warning") > 0) {
            advice.add("Every finding with its hint:               aim findings " + id);
        }
        if (submission.records("rejected") > 0) {
            advice.add("The rejected lines with what is wrong:     aim rejected " + id + " -o FILE");
            advice.add("The same as a file to mend and send:       aim rejected " + id + " --ready -o FILE");
        }
        if (submission.records("pending") > 0 && !submission.isCompleted()) {
            advice.add("To follow it to its end:                   aim status --wait " + id);
        }
        if (!advice.isEmpty()) {
            terminal.say("");
            advice.forEach(line -> terminal.say("  " + line));
        }
    }

    private void refused(FileReport.Refused refused) {
        head(refused.fileName(), terminal.paint(Colour.BAD, "refused, nothing of it was taken"));
        if (!refused.problem().path("findings").isEmpty()) {
            terminal.say("");
            refused.problem().path("findings").forEach(findings::write);
        } else {
            terminal.say("  " + text(refused.problem(), "detail"));
        }
        if (!text(refused.problem(), "submissionId").isEmpty()) {
            terminal.say("");
            terminal.say("  Kept as submission " + text(refused.problem(), "submissionId"));
        }
    }

    private void unknown(FileReport.Unknown unknown) {
        head(
                unknown.fileName(),
                terminal.paint(
                        Colour.BAD,
                        unknown.submission().isPresent()
                                ? "taken, but what became of it is not known yet"
                                : "not sent"));
        unknown.submission().ifPresent(last -> terminal.say("  submission " + text(last.json(), "id")));
    }

    private void head(String fileName, String verdict) {
        terminal.say(terminal.paint(Colour.STRONG, Terminal.printable(fileName)) + ": " + verdict);
    }

    private static String[] cells(String name, JsonNode counts, List<String> outcomes) {
        List<String> cells =
                new ArrayList<>(List.of(name, number(counts.path("total").asLong())));
        outcomes.forEach(outcome -> cells.add(number(counts.path(outcome).asLong())));
        return cells.toArray(String[]::new);
    }

    private static String lines(JsonNode item) {
        JsonNode first = item.path("firstLines");
        if (first.isEmpty()) {
            return "";
        }
        String numbers = StreamSupport.stream(first.spliterator(), false)
                .limit(LINES_MAX)
                .map(JsonNode::asText)
                .collect(Collectors.joining(", "));
        boolean more = item.path("count").asLong() > Math.min(LINES_MAX, first.size());
        return " (line" + (first.size() > 1 || more ? "s " : " ") + numbers + (more ? ", ...)" : ")");
    }

    private static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String text(JsonNode item, String member) {
        JsonNode value = item.path(member);
        return value.isNull() ? "" : Terminal.printable(value.asText());
    }
}
