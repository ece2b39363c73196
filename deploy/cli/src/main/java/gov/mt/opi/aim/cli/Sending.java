package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What submit and validate have in common: files, in the order given, one after the other. */
final class Sending {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "MT1.3 file, such as 63_03152007.tsv")
    private List<Path> files;

    @Option(names = "--again", description = "Process a file although the same bytes were sent before")
    private boolean again;

    @Option(
            names = "--as",
            paramLabel = "NAME",
            description = "Send the file under another name, because AIM reads district and date from it")
    private Optional<String> name = Optional.empty();

    @Option(names = "--no-wait", description = "Only send; aim status --wait follows later")
    private boolean noWait;

    @Option(
            names = "--expect",
            paramLabel = "RECORDS",
            description = "How many records the file has by your own count; AIM refuses it if it sees another number")
    private Long expected;

    int send(Session session, boolean validate, boolean adoptStateIds) {
        OptionalLong records = expected == null ? OptionalLong.empty() : OptionalLong.of(expected);
        if ((records.isPresent() || name.isPresent()) && files.size() > 1) {
            throw CallFailure.askedWrong("--expect and --as are about one file; give one.");
        }
        for (Path file : files) {
            requireReadable(file);
        }
        Errand errand = new Errand(session, !noWait);
        Errand.Way way = new Errand.Way(name, validate, again, adoptStateIds, records);
        Reports reports = new Reports(session);
        for (int i = 0; i < files.size(); i++) {
            FileReport report = errand.send(files.get(i), way);
            reports.tell(report);
            if (report instanceof FileReport.Unknown && i + 1 < files.size()) {
                session.terminal()
                        .note("Not sent, because files of a district are applied in order: "
                                + files.subList(i + 1, files.size()));
                break;
            }
        }
        return reports.exitCode();
    }

    private static void requireReadable(Path file) {
        if (!Files.exists(file)) {
            throw CallFailure.askedWrong("There is no file " + file + ".");
        }
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw CallFailure.askedWrong(file + " is not a file that can be read.");
        }
    }
}
