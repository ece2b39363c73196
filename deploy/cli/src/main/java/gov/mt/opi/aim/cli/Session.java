package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.Intake;
import gov.mt.opi.aim.cli.terminal.Terminal;
import java.time.Duration;

/**
 * One run of the program.
 *
 * @param timeout longest time to wait for the outcomes of a file
 * @param patience how long to try again while the service is away
 * @param json results as JSON for programs
 * @param quiet no progress
 */
record Session(Terminal terminal, Intake intake, Duration timeout, Duration patience, boolean json, boolean quiet) {}
