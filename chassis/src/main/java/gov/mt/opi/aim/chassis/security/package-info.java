/** Who is calling, and which district's data that caller may see. */
package gov.mt.opi.aim.chassis.security;
