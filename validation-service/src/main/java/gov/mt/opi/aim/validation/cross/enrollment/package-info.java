/** Rules across the enrollments of one student (XF-010, XF-011, XF-014 to XF-016), and EN-128, which needs the student's SD record. */
package gov.mt.opi.aim.validation.cross.enrollment;
