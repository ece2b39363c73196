package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.util.List;

/**
 * A page of findings. Of each rule only the first {@link #LISTED_MAX} that were asked for are listed page by page, so that
 * one mistake made 60,000 times does not bury the others; counts are of all of them.
 *
 * @param items the findings of the page
 * @param page number of the page, from 0
 * @param size most findings of a page
 * @param total all findings that were asked for, listed or not
 * @param listed those that the pages list
 * @param capped whether some are not listed
 * @param cappedRules the rules of which some are not listed
 */
public record FindingPage(
        List<Finding> items,
        int page,
        int size,
        long total,
        long listed,
        boolean capped,
        List<CappedRule> cappedRules) {

    /** Most findings of one rule that pages list. */
    public static final int LISTED_MAX = 500;

    /**
     * A rule of which only the first findings are listed.
     *
     * @param ruleId id of the rule
     * @param count all its findings that were asked for
     * @param listed those that the pages list
     */
    public record CappedRule(String ruleId, long count, long listed) {}
}
