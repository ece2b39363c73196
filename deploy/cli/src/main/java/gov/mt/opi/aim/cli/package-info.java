/**
 * The commands of {@code aim}, their options and exit codes, and what a person or a program reads on the standard output.
 *
 * <p>Calls of the API belong to {@code api}, screens and progress to {@code terminal}. Nothing here judges a file: what is
 * wrong with it the services say.
 */
package gov.mt.opi.aim.cli;
