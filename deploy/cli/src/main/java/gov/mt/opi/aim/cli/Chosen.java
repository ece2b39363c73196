package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.api.Intake;
import gov.mt.opi.aim.cli.api.Submission;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The submission that a command is about: the one that is named, else the latest. */
final class Chosen {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "Id of a submission; the latest if not given")
    private String id;

    String id(Session session) {
        return id == null ? latest(session).id() : id;
    }

    Submission submission(Session session) {
        return id == null ? latest(session) : session.intake().submission(id);
    }

    private static Submission latest(Session session) {
        List<JsonNode> newest = Intake.items(session.intake().newest(1));
        if (newest.isEmpty()) {
            throw CallFailure.askedWrong("There is no submission yet.");
        }
        Submission latest = new Submission(newest.get(0));
        session.terminal().note("The latest submission: " + latest.fileName() + ", " + latest.id());
        return latest;
    }
}
