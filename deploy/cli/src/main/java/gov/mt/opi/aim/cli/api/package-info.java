/**
 * The public API of the intake service as a caller outside sees it: requests, answers, and how long to try again.
 *
 * <p>No option, no exit code and no text on a screen. Answers stay the JSON that came, so that a member that a later
 * service adds reaches whoever asked for JSON.
 */
package gov.mt.opi.aim.cli.api;
