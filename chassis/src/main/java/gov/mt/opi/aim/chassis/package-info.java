/**
 * What every service needs to be a citizen of AIM, said once: sign-in and district scope, problems and pages, events in
 * batches, the outbox, the registry as others see it.
 *
 * <p>No rule, record or count lives here, and nothing that only one service needs.
 */
package gov.mt.opi.aim.chassis;
