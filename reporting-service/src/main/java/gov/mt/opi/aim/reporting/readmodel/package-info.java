/**
 * What the counts are made of: the newest state of students, enrollments, programs and attendance, and how changes of it
 * are put together. How it is stored does not belong here, nor what is counted.
 */
package gov.mt.opi.aim.reporting.readmodel;
