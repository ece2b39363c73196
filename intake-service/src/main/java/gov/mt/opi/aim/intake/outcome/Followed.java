package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.event.Outcome;
import java.util.Map;

/**
 * What a batch of outcomes changed.
 *
 * @param outcomes lines by the outcome that they got
 * @param findings findings and INFO counts by rule
 * @param ignored outcomes of unknown submissions or lines
 * @param completed submissions that have all their outcomes now
 */
public record Followed(Map<Outcome, Integer> outcomes, Map<String, Integer> findings, int ignored, int completed) {}
