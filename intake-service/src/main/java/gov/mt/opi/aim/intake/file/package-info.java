/**
 * A district's file: its name, its bytes on disk, its lines, and the FILE- and HDR- rules that look at them.
 *
 * <p>What a record means is not known here; a data line is only split far enough to see its type and its district.
 */
package gov.mt.opi.aim.intake.file;
