package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.rule.Finding;
import java.io.IOException;
import java.util.List;
import java.util.UUID;

/** Holds the findings and State IDs of every submission. */
public interface FindingLedger {

    /** Takes what is read, one after the other. */
    @FunctionalInterface
    interface Sink<T> {
        void accept(T item) throws IOException;
    }

    /** Findings by line; those about the file as a whole come first. */
    Page<Finding> page(UUID submissionId, FindingFilter filter, PageRequest page);

    /** Every finding by line, however many there are. */
    void forEach(UUID submissionId, FindingFilter filter, Sink<Finding> sink) throws IOException;

    /** One item a rule, largest count first. */
    List<RuleCount> summary(UUID submissionId);

    /** SD lines that have an outcome, by line. */
    Page<StateIdLine> stateIds(UUID submissionId, PageRequest page);

    /** Every SD line that has an outcome, by line. */
    void forEachStateId(UUID submissionId, Sink<StateIdLine> sink) throws IOException;
}
