/** The view frozen for a count date. A snapshot never changes; taking it again makes a new revision. */
package gov.mt.opi.aim.reporting.snapshot;
