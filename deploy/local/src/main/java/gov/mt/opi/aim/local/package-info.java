/**
 * The whole system on one machine: what {@code ./deploy/run} starts, shows and stops.
 *
 * <p>Servers, the four packaged services as processes of their own, and the made-up Montana of {@link
 * gov.mt.opi.aim.local.sample}. It talks to the services only by their HTTP calls, as any user would; nothing of the
 * product may depend on it.
 */
package gov.mt.opi.aim.local;
