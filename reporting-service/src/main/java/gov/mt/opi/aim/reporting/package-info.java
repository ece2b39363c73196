/**
 * Counts that decide funding: membership on a day, and snapshots of it that never change.
 *
 * <p>{@link gov.mt.opi.aim.reporting.Reporting} tells the story. What the counts are made of is in {@code readmodel}, how
 * one asks in {@code report}, what is frozen in {@code snapshot}; {@code rest}, {@code kafka} and {@code db} only
 * translate. No count is defined outside {@code report}.
 */
package gov.mt.opi.aim.reporting;
