/** What is collected when: windows, count dates, and the snapshot that each collection ends with. */
package gov.mt.opi.aim.reporting.collection;
