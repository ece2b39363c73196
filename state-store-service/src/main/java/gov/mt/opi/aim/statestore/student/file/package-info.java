/** All that the state knows of one student, as people read it. Nothing here decides or writes. */
package gov.mt.opi.aim.statestore.student.file;
