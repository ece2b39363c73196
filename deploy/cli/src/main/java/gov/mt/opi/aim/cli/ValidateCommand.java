package gov.mt.opi.aim.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Has files checked. */
@Command(
        name = "validate",
        description = "Has files checked by every rule. Nothing of them is stored, and no State ID is issued.")
final class ValidateCommand implements Callable<Integer> {

    @ParentCommand
    private Aim aim;

    @Mixin
    private Sending sending;

    @Override
    public Integer call() {
        return sending.send(aim.session(), true, false);
    }
}
