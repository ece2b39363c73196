/**
 * The right value that a wrong one most likely stands for, and how a finding says so: lost zeros, dates that a
 * spreadsheet rewrote, descriptions instead of codes. Only asked about values that a check has refused; what is
 * proposed is never put in their place.
 */
package gov.mt.opi.aim.validation.remedy;
