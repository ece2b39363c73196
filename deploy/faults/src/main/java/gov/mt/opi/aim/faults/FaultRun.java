package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.local.Ports;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * {@code ./deploy/faults/run}: tries faults with seeds until all were tried or the time is over, and prints a table.
 *
 * <p>Exit codes: 0 the oracle found nothing wrong, 1 it did, 2 the command was not understood.
 */
public final class FaultRun {

    private FaultRun() {}

    public static void main(String[] words) throws IOException, InterruptedException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Options options;
        Ports ports;
        try {
            options = Options.of(List.of(words));
            ports = Ports.withOffset(System.getenv(Ports.OFFSET));
        } catch (IllegalArgumentException notUnderstood) {
            out.println(notUnderstood.getMessage());
            System.exit(2);
            return;
        }
        Path home = Path.of(System.getProperty("aim.home", "")).toAbsolutePath().normalize();
        Path root = home.resolve(".aim/faults");
        Files.createDirectories(root);
        keepLibrariesQuiet(root);
        System.exit(
                run(options, new Series(home, root, ports, options.students(), options.patience(), out::println), out));
    }

    private static int run(Options options, Series series, PrintStream out) throws IOException, InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(series::close, "stop"));
        long deadline = System.nanoTime() + options.time().toNanos();
        out.println(options.seeds() + " seeds from " + options.seed() + ", "
                + options.faults().size() + " faults");
        out.println(TrialResult.head());
        // By seed, not by fault: whatever the time allows has tried as many kinds as it could.
        for (long seed = options.seed(); seed < options.seed() + options.seeds(); seed++) {
            for (Fault fault : options.faults()) {
                if (System.nanoTime() < deadline) {
                    series.play(seed, fault);
                }
            }
        }
        series.close();
        List<TrialResult> bad =
                series.results().stream().filter(result -> !result.isGood()).toList();
        out.printf(
                "%d trials, %,d lines, %d with differences%n",
                series.results().size(),
                series.results().stream().mapToLong(TrialResult::lines).sum(),
                bad.size());
        bad.forEach(result -> out.println(result.row()));
        return bad.isEmpty() ? 0 : 1;
    }

    private static void keepLibrariesQuiet(Path root) {
        System.setProperty(
                "org.slf4j.simpleLogger.logFile", root.resolve("run.log").toString());
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "error");
        System.setProperty(
                "ot.epg.working-dir", root.resolve("postgres-binaries").toString());
    }

    /**
     * What the command line asks for.
     *
     * @param seed first seed
     * @param seeds how many seeds in a row
     * @param time after which no trial begins any more
     * @param faults which faults
     * @param students how many students the files of a trial tell of
     * @param patience how long to wait for the system to settle
     */
    record Options(long seed, int seeds, Duration time, List<Fault> faults, int students, Duration patience) {

        /** @throws IllegalArgumentException at a word that is not understood */
        static Options of(List<String> words) {
            Options options = new Options(1, 1, Duration.ofDays(1), Faults.all(), 1_500, Duration.ofMinutes(3));
            for (int i = 0; i < words.size(); i += 2) {
                if (i + 1 == words.size()) {
                    throw new IllegalArgumentException(words.get(i) + " needs a value");
                }
                options = options.with(words.get(i), words.get(i + 1));
            }
            return options;
        }

        private Options with(String name, String value) {
            return switch (name) {
                case "--seed" -> new Options(number(name, value), seeds, time, faults, students, patience);
                case "--seeds" -> new Options(seed, number(name, value), time, faults, students, patience);
                case "--minutes" ->
                    new Options(seed, seeds, Duration.ofMinutes(number(name, value)), faults, students, patience);
                case "--students" -> new Options(seed, seeds, time, faults, number(name, value), patience);
                case "--patience" ->
                    new Options(seed, seeds, time, faults, students, Duration.ofSeconds(number(name, value)));
                case "--faults" -> new Options(seed, seeds, time, Faults.chosen(value), students, patience);
                default ->
                    throw new IllegalArgumentException(
                            "unknown option " + name + "; ./deploy/faults/run --help shows what there is");
            };
        }

        private static int number(String name, String value) {
            if (!value.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException(name + " needs a whole number, not " + value);
            }
            return Integer.parseInt(value);
        }
    }
}
