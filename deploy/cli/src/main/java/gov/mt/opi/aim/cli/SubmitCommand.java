package gov.mt.opi.aim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Sends files. */
@Command(
        name = "submit",
        description = "Sends files, follows them until every line has its outcome, and says what became of them.")
final class SubmitCommand implements Callable<Integer> {

    @ParentCommand
    private Aim aim;

    @Mixin
    private Sending sending;

    @Option(
            names = "--adopt-state-ids",
            description = "Take over State IDs that were issued before AIM (OPI's administrators only)")
    private boolean adoptStateIds;

    @Override
    public Integer call() {
        return sending.send(aim.session(), false, adoptStateIds);
    }
}
