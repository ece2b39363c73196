package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.cli.terminal.Table;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParentCommand;

/** Says who did what with a submission. */
@Command(name = "history", description = "Says who did what with a submission, and when.")
final class HistoryCommand implements Callable<Integer> {

    private static final Set<String> OF_EVERY_ENTRY = Set.of("at", "by", "who", "what");

    @ParentCommand
    private Aim aim;

    @Mixin
    private Chosen chosen;

    @Override
    public Integer call() {
        Session session = aim.session();
        List<JsonNode> entries = session.intake().history(chosen.id(session));
        if (session.json()) {
            session.terminal()
                    .say(Json.object().set("items", Json.array(entries)).toString());
            return ExitCode.NOTHING_REJECTED.number();
        }
        Table table = new Table(Set.of(), "when", "who", "what", "");
        entries.forEach(entry -> table.row(
                Times.moment(entry.path("at").asText()),
                entry.path(entry.has("by") ? "by" : "who").asText(),
                entry.path("what").asText(),
                more(entry)));
        table.lines().forEach(session.terminal()::say);
        return ExitCode.NOTHING_REJECTED.number();
    }

    private static String more(JsonNode entry) {
        return entry.properties().stream()
                .filter(member -> !OF_EVERY_ENTRY.contains(member.getKey()))
                .filter(member -> !member.getValue().isNull()
                        && !member.getValue().asText("-").isEmpty())
                .map(member -> member.getKey() + " "
                        + member.getValue().asText(member.getValue().toString()))
                .collect(Collectors.joining(", "));
    }
}
