package gov.mt.opi.aim.reporting.held;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The lines that wait. */
public interface HeldLines {

    /**
     * A line.
     *
     * @param submission its file
     * @param number its number there
     */
    record Line(UUID submission, int number) {}

    /**
     * Why a line waits.
     *
     * @param district the district that sent it
     * @param recordType SD, EN, PP or AT
     * @param ruleId the rule that holds it
     */
    record Held(String district, String recordType, String ruleId) {}

    /**
     * Takes news in. Taking the same again changes nothing.
     *
     * @param lines by line, why it waits, or that it does not
     */
    void apply(Map<Line, Optional<Held>> lines);
}
