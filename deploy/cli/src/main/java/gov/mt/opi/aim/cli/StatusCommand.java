package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.api.Intake;
import gov.mt.opi.aim.cli.api.Submission;
import gov.mt.opi.aim.cli.terminal.Table;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Says how far a submission is. */
@Command(name = "status", description = "Says how far a submission is and what became of it.")
final class StatusCommand implements Callable<Integer> {

    @ParentCommand
    private Aim aim;

    @Mixin
    private Chosen chosen;

    @Option(names = "--wait", description = "Follow it until every line has its outcome")
    private boolean wait;

    @Option(names = "--last", paramLabel = "N", description = "List the newest N submissions (at most 1000) instead")
    private Optional<Integer> last;

    @Override
    public Integer call() {
        if (last.isPresent()) {
            return list(aim.session(), last.get());
        }
        Session session = aim.session();
        Submission submission = chosen.submission(session);
        Errand errand = new Errand(session, wait);
        Reports reports = new Reports(session);
        reports.tell(wait ? errand.follow(submission) : errand.told(submission));
        return reports.exitCode();
    }

    private static int list(Session session, int count) {
        if (count < 1 || count > Intake.PAGE_SIZE) {
            throw CallFailure.askedWrong("--last takes 1 to " + Intake.PAGE_SIZE + ".");
        }
        JsonNode page = session.intake().newest(count);
        if (session.json()) {
            session.terminal().say(page.toString());
            return ExitCode.NOTHING_REJECTED.number();
        }
        Table table =
                new Table(Set.of(4, 5, 6), "received", "file", "mode", "status", "records", "rejected", "held", "id");
        for (JsonNode item : Intake.items(page)) {
            Submission submission = new Submission(item);
            table.row(
                    Times.moment(item.path("receivedAt").asText()),
                    submission.fileName(),
                    item.path("mode").asText(),
                    submission.status().toLowerCase(Locale.ROOT),
                    String.valueOf(submission.records("total")),
                    String.valueOf(submission.records("rejected")),
                    String.valueOf(submission.records("held")),
                    submission.id());
        }
        table.lines().forEach(session.terminal()::say);
        return ExitCode.NOTHING_REJECTED.number();
    }
}
