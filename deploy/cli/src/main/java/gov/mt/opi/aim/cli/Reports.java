package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.terminal.Colour;
import gov.mt.opi.aim.cli.terminal.Terminal;

/** Tells what became of one file after the other, and remembers the gravest of it. */
final class Reports {

    private final Session session;
    private final ReportText text;
    private ExitCode gravest = ExitCode.NOTHING_REJECTED;
    private boolean begun;

    Reports(Session session) {
        this.session = session;
        this.text = new ReportText(session.terminal());
    }

    void tell(FileReport report) {
        Terminal terminal = session.terminal();
        if (session.json()) {
            terminal.say(report.json().toString());
        } else {
            if (begun) {
                terminal.say("");
            }
            text.write(report);
        }
        begun = true;
        if (report instanceof FileReport.Unknown unknown) {
            terminal.note(terminal.paint(Colour.BAD, "aim: ")
                    + Terminal.printable(unknown.failure().getMessage()));
        }
        gravest = report.code().compareTo(gravest) > 0 ? report.code() : gravest;
    }

    int exitCode() {
        return gravest.number();
    }
}
