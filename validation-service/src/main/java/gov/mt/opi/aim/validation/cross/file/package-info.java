/** Rules across records of any type: repetitions, contradictions, what depends on what (XF-001 to XF-004, XF-012, XF-013, XF-017, XF-018). */
package gov.mt.opi.aim.validation.cross.file;
