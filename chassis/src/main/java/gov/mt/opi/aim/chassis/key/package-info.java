/** Keys of new things. */
package gov.mt.opi.aim.chassis.key;
