/** Writes the pages for people from the declarations, and holds that they say the same. */
package gov.mt.opi.aim.contracts.document;
