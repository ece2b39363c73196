/** Rules across the SD records of a file: who is who (XF-005 to XF-009). */
package gov.mt.opi.aim.validation.cross.student;
