package gov.mt.opi.aim.intake.outcome;

import java.util.List;
import java.util.UUID;

/** Holds how often each rule did not hold in a submission, and why. */
public interface RuleCounts {

    /** One item a rule, in no order. */
    List<RuleCount> of(UUID submissionId);
}
