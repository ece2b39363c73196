/**
 * The promise, proven on the four packaged services as a user runs them: processes, real servers, HTTP calls from outside.
 *
 * <p>What one service alone can prove belongs to that service's tests; here is only what needs all four.
 */
package gov.mt.opi.aim.endtoend;
