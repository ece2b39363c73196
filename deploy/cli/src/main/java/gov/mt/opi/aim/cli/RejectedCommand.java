package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Brings the rejected lines. */
@Command(
        name = "rejected",
        description =
                "Brings the rejected lines as they were sent, and what is wrong with each: to mend and send again.")
final class RejectedCommand implements Callable<Integer> {

    @ParentCommand
    private Aim aim;

    @Mixin
    private Chosen chosen;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = Download.HERE,
            description = "Write to a file instead of here")
    private String output;

    @Option(
            names = "--ready",
            description = "As a file that can be mended and sent: the header line in front, without what is wrong")
    private boolean ready;

    @Override
    public Integer call() throws IOException {
        Session session = aim.session();
        if (session.json() && output.equals(Download.HERE)) {
            throw CallFailure.askedWrong(
                    "Rejected lines are tab-separated text, not JSON: add -o FILE, or leave out --json.");
        }
        String id = chosen.id(session);
        Download.write(session, output, out -> session.intake().downloadRejected(id, ready, out));
        return ExitCode.NOTHING_REJECTED.number();
    }
}
