/**
 * How one asks for a count and what comes back: dimensions, slices, counts, and the catalogue of reports. Each report has
 * a folder of its own with its definition. How a count is computed does not belong here.
 */
package gov.mt.opi.aim.reporting.report;
