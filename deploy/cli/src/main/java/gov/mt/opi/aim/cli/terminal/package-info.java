/**
 * Standard output and error, colours, tables, and the progress of a file. Knows neither the API nor the commands.
 */
package gov.mt.opi.aim.cli.terminal;
