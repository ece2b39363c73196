package gov.mt.opi.aim.intake.rejected;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Holds which lines of a submission were rejected, and why. */
public interface RejectedLines {

    /**
     * The rejected lines of one segment.
     *
     * @return the findings that rejected each, by line number
     */
    Map<Integer, List<Finding>> ofSegment(UUID submissionId, int segment);
}
