/**
 * The benchmark: a made-up state through the packaged services, measured beside the floor, the fastest that one program can
 * do with the same files ({@link gov.mt.opi.aim.load.floor}). It talks to the services by their HTTP calls, watches their
 * processes from outside ({@link gov.mt.opi.aim.load.machine}), and prints no figure before every count is right.
 */
package gov.mt.opi.aim.load;
