package gov.mt.opi.aim.intake.file;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;

/**
 * What one look through a file tells about it.
 *
 * @param encoding UTF-8 or windows-1252
 * @param header line 1
 * @param lines number of data lines; blank lines are none
 * @param lastLine number of the last data line
 * @param linesByType data lines by record type; {@value #OTHER} for what begins with no known type
 * @param findings FATAL and WARNING findings about the content
 * @param info how often each INFO rule applied
 */
public record FileSurvey(
        Charset encoding,
        Header header,
        int lines,
        int lastLine,
        Map<String, Integer> linesByType,
        List<Finding> findings,
        Map<String, Integer> info) {

    /** Name of the lines that begin with no known record type. */
    public static final String OTHER = "OTHER";

    public FileSurvey {
        linesByType = Map.copyOf(linesByType);
        findings = List.copyOf(findings);
        info = Map.copyOf(info);
    }
}
