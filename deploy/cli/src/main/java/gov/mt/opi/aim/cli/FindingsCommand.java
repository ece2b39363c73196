package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.cli.api.FindingFilter;
import gov.mt.opi.aim.cli.api.Intake;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParentCommand;

/** Brings findings. */
@Command(name = "findings", description = "Says what is wrong on which line of a submission, and how to mend it.")
final class FindingsCommand implements Callable<Integer> {

    @ParentCommand
    private Aim aim;

    @Mixin
    private Chosen chosen;

    @Option(names = "--severity", paramLabel = "S", description = "Only those of a severity: ERROR, WARNING, ...")
    private Optional<String> severity;

    @Option(names = "--rule", paramLabel = "ID", description = "Only those of a rule, such as EN-131")
    private Optional<String> rule;

    @Option(names = "--type", paramLabel = "T", description = "Only those of a record type: SD, EN, PP or AT")
    private Optional<String> type;

    @Option(
            names = "--limit",
            paramLabel = "N",
            defaultValue = "200",
            description = "Show at most N; ${DEFAULT-VALUE} if not given, 0 for all that AIM lists")
    private long limit;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Write all of them to a CSV file for a spreadsheet; - for here")
    private Optional<String> csv;

    @Option(names = "--tsv", paramLabel = "FILE", description = "Write all of them to a tab-separated file; - for here")
    private Optional<String> tsv;

    @Override
    public Integer call() throws IOException {
        Session session = aim.session();
        String id = chosen.id(session);
        FindingFilter filter = new FindingFilter(upper(severity), upper(rule), upper(type));
        if (csv.isPresent() || tsv.isPresent()) {
            if (csv.isPresent()) {
                download(session, id, filter, "text/csv", csv.get());
            }
            if (tsv.isPresent()) {
                download(session, id, filter, "text/tab-separated-values", tsv.get());
            }
        } else if (session.json()) {
            Json.list(new BufferedOutputStream(session.terminal().raw()), page -> session.intake()
                    .findings(id, filter, page, Intake.PAGE_SIZE));
        } else {
            show(session, id, filter);
        }
        return ExitCode.NOTHING_REJECTED.number();
    }

    private static void download(Session session, String id, FindingFilter filter, String mediaType, String target)
            throws IOException {
        Download.write(session, target, out -> session.intake().downloadFindings(id, filter, mediaType, out));
    }

    private void show(Session session, String id, FindingFilter filter) {
        FindingText text = new FindingText(session.terminal());
        int size = limit > 0 && limit < Intake.PAGE_SIZE ? (int) limit : Intake.PAGE_SIZE;
        long shown = 0;
        JsonNode page = session.intake().findings(id, filter, 0, size);
        for (int number = 1; !page.path("items").isEmpty(); number++) {
            for (JsonNode finding : page.path("items")) {
                if (limit == 0 || shown < limit) {
                    text.write(finding);
                    shown++;
                }
            }
            if (shown == limit || shown >= page.path("total").asLong()) {
                break;
            }
            page = session.intake().findings(id, filter, number, size);
        }
        long total = page.path("total").asLong();
        if (total == 0) {
            session.terminal().note("No findings.");
        } else if (shown < total || page.path("capped").asBoolean()) {
            session.terminal()
                    .note(String.format(
                            Locale.ROOT,
                            "%,d of %,d findings are shown. All of them: aim findings %s --csv FILE",
                            shown,
                            total,
                            id));
        }
    }

    private static Optional<String> upper(Optional<String> word) {
        return word.map(text -> text.strip().toUpperCase(Locale.ROOT));
    }
}
