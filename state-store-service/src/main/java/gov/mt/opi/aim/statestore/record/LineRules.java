package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.util.List;

/** The statements that must hold between a line of one kind and the view. */
public interface LineRules {

    /**
     * What keeps the line out of the view: ERROR findings, and HELD ones for what it waits for. Another line of the file
     * may make room, so that the same line is asked about again.
     */
    List<Finding> refusals(Line line);

    /** What should be looked at although the line is, or was before, taken. */
    List<Finding> warnings(Line line);
}
