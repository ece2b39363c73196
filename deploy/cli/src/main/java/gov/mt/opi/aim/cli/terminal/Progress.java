package gov.mt.opi.aim.cli.terminal;

/** Shows how far a file is. A bar for a person, a line now and then for a log, or nothing. */
public interface Progress {

    /** How often at most a bar is drawn. */
    long BAR_PAUSE_MILLIS = 100;

    /** How often at most a line is written to a log. */
    long LINE_PAUSE_MILLIS = 5000;

    /** The one for where the command speaks. */
    static Progress of(Terminal terminal, boolean quiet, String fileName) {
        String name = Terminal.printable(fileName);
        if (quiet) {
            return new NoProgress();
        }
        return terminal.isInteractive() ? new BarProgress(terminal, name) : new LineProgress(terminal, name);
    }

    /** So many bytes of the file are on their way; may be told by another thread. */
    void sending(long sent, long total);

    /** So many lines of the file have an outcome. */
    void judging(long done, long total);

    /** Nothing more comes. */
    void end();
}
