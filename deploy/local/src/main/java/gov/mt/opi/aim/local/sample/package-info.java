/**
 * A small made-up Montana: three districts, their schools and some three hundred children, in files as districts send
 * them, a few with deliberate mistakes.
 *
 * <p>Everything is drawn from a fixed seed, so it is the same on every machine and in every run. Each line is written
 * together with what must become of it; what the services answer is held against that. Nothing here talks to a service.
 */
package gov.mt.opi.aim.local.sample;
