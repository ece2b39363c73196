/** A district's word that a collection is complete. It points at what was frozen with it. */
package gov.mt.opi.aim.reporting.certification;
