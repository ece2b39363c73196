package gov.mt.opi.aim.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Brings State IDs. */
@Command(
        name = "state-ids",
        description = "Brings the State ID and its outcome for every SD line: district, local ID, State ID, outcome.")
final class StateIdsCommand implements Callable<Integer> {

    @ParentCommand
    private Aim aim;

    @Mixin
    private Chosen chosen;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            defaultValue = Download.HERE,
            description = "Write to a file, tab separated, instead of here")
    private String output;

    @Override
    public Integer call() throws IOException {
        Session session = aim.session();
        String id = chosen.id(session);
        if (session.json() && output.equals(Download.HERE)) {
            Json.list(new BufferedOutputStream(session.terminal().raw()), page -> session.intake()
                    .stateIds(id, page));
        } else {
            Download.write(session, output, out -> session.intake().downloadStateIds(id, out));
        }
        return ExitCode.NOTHING_REJECTED.number();
    }
}
