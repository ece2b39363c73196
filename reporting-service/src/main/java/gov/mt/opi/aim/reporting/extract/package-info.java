/**
 * Files for others: each made from a snapshot, the same for ever, with a manifest; and a district's own records as the
 * state has them. A file's rows are a query beside this package in the resources.
 */
package gov.mt.opi.aim.reporting.extract;
