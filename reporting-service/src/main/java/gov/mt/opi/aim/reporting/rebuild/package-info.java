/**
 * The read model made again from the first message of the state topics, beside the one that serves, and how far the one
 * that serves is behind them.
 */
package gov.mt.opi.aim.reporting.rebuild;
