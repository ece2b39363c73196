package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.cli.terminal.Colour;
import gov.mt.opi.aim.cli.terminal.Terminal;

/** Findings as a clerk reads them: where, what is wrong, and how to mend it. */
final class FindingText {

    private final Terminal terminal;

    FindingText(Terminal terminal) {
        this.terminal = terminal;
    }

    /** Writes one finding in two lines, the second with the hint. */
    void write(JsonNode finding) {
        String line =
                finding.path("line").isNumber() ? "line " + finding.path("line").asText() : "file";
        String field = text(finding, "fieldNumber").isEmpty()
                ? ""
                : " field " + text(finding, "fieldNumber") + " " + text(finding, "fieldName");
        String place = line + (text(finding, "recordType").isEmpty() ? "" : " " + text(finding, "recordType")) + field;
        String severity = text(finding, "severity");
        terminal.say(terminal.paint(Colour.STRONG, place) + "  " + severity(severity, severity) + " "
                + text(finding, "ruleId"));
        terminal.say("  " + text(finding, "message"));
        if (!text(finding, "hint").isEmpty()) {
            terminal.say(terminal.paint(Colour.QUIET, "  " + text(finding, "hint")));
        }
    }

    /** Text in the colour of a severity. */
    String severity(String severity, String words) {
        return switch (severity) {
            case "FATAL", "ERROR" -> terminal.paint(Colour.BAD, words);
            case "HELD", "WARNING" -> terminal.paint(Colour.DOUBTFUL, words);
            default -> terminal.paint(Colour.QUIET, words);
        };
    }

    private static String text(JsonNode finding, String member) {
        JsonNode value = finding.path(member);
        return value.isNull() ? "" : Terminal.printable(value.asText());
    }
}
