/** The dead letters of AIM for the people who run it: what is there, and another try after a mend. */
package gov.mt.opi.aim.deadletters;
