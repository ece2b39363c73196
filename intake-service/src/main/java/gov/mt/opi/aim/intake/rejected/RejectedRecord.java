package gov.mt.opi.aim.intake.rejected;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * A rejected line.
 *
 * @param line number of the line in its file
 * @param text the line as it was submitted
 * @param findings why it was rejected
 */
public record RejectedRecord(int line, Text text, List<Finding> findings) {

    /** The text of a line, which may be longer than what one would hold in memory. */
    @FunctionalInterface
    public interface Text {
        void writeTo(Writer out) throws IOException;
    }
}
