/**
 * The floor: one program that reads, parses and checks the fields of the same files and copies them into four tables of the
 * same PostgreSQL. It can do nothing twice, tells nobody anything, and knows no rule that needs a second line or a second
 * file; no system that must do that can be as fast, which is why the services are measured in parts of it.
 */
package gov.mt.opi.aim.load.floor;
