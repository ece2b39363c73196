/** Membership on a day: its definition, as answers print it. The computation is in {@code db}. */
package gov.mt.opi.aim.reporting.report.membership;
