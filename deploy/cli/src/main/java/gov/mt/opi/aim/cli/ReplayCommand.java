package gov.mt.opi.aim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;

/** Has a kept file checked once more. */
@Command(
        name = "replay",
        description = "Has the kept file of a submission checked under the rules of today; nothing of it is stored.")
final class ReplayCommand implements Callable<Integer> {

    @ParentCommand
    private Aim aim;

    @Parameters(paramLabel = "ID", description = "Id of a submission")
    private String id;

    @Option(names = "--no-wait", description = "Only start it; aim status --wait follows later")
    private boolean noWait;

    @Override
    public Integer call() {
        Session session = aim.session();
        Errand errand = new Errand(session, !noWait);
        Reports reports = new Reports(session);
        reports.tell(errand.follow(session.intake().replay(id)));
        return reports.exitCode();
    }
}
