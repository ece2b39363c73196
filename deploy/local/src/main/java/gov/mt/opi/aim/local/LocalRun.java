package gov.mt.opi.aim.local;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./deploy/run}: starts everything, shows the made-up Montana, stays up until Ctrl-C, and stops everything.
 *
 * <p>Exit codes: 0 all as expected, 1 a part failed or the samples came out otherwise than they must, 2 the command was
 * not understood.
 */
public final class LocalRun {

    private static final long WATCH_MILLIS = 2_000;

    private final PrintStream out;
    private final Options options;
    private final Ports ports;
    private final Folder folder;
    private final RunningAim aim;
    private final Optional<Long> starter = parent();
    private final long began = System.nanoTime();
    private volatile boolean stopping;

    private LocalRun(PrintStream out, Options options, Path home, Ports ports) {
        this.out = out;
        this.options = options;
        this.ports = ports;
        this.folder = Folder.under(home, ports);
        this.aim = new RunningAim(home, folder, ports, this::progress);
    }

    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try {
            Path home =
                    Path.of(System.getProperty("aim.home", "")).toAbsolutePath().normalize();
            Options options = Options.of(List.of(words));
            LocalRun run = new LocalRun(out, options, home, Ports.withOffset(System.getenv(Ports.OFFSET)));
            System.exit(run.run());
        } catch (UsageException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private int run() throws InterruptedException {
        keepLibrariesQuiet();
        // Ctrl-C and kill end here: the thread below is then only waiting, or is stopped between two steps.
        Thread stop = new Thread(this::stop, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            return show();
        } catch (IOException | RuntimeException e) {
            if (stopping) {
                // The parts fail because they are being stopped; the hook is at it, and ends the program.
                stop.join();
            }
            out.println();
            out.println(e instanceof FailedPart ? e.getMessage() : "Failed: " + e + "\n  logs: " + folder.logs());
            return 1;
        } finally {
            stop();
        }
    }

    private int show() throws IOException, InterruptedException {
        ports.requireFree();
        if (options.fresh()) {
            progress("forgetting the data of earlier runs");
            folder.forget();
        }
        aim.start();
        out.println("AIM is ready");
        boolean asExpected = true;
        if (!options.empty()) {
            SampleResult result = new SampleLoad(aim, this::progress).load();
            out.println();
            Printout.of(result).forEach(out::println);
            asExpected = explain(result.deviations());
        }
        out.println();
        Welcome.lines(aim, folder, !options.empty()).forEach(out::println);
        if (!options.exit()) {
            out.println();
            out.println("It stays up until Ctrl-C.");
            watch();
        }
        return asExpected ? 0 : 1;
    }

    private boolean explain(List<String> deviations) {
        if (deviations.isEmpty()) {
            return true;
        }
        out.println();
        out.println("This is not as the samples must come out (kept data that were changed since? try --fresh):");
        deviations.forEach(deviation -> out.println("  " + deviation));
        return false;
    }

    /** Returns when the script that started this program is gone; throws when a part ends by itself. */
    private void watch() throws IOException, InterruptedException {
        while (starterLives()) {
            aim.requireAlive();
            Thread.sleep(WATCH_MILLIS);
        }
    }

    /** A script that was killed cannot pass Ctrl-C on: without it nobody could stop us any more. */
    private boolean starterLives() {
        return System.getenv("AIM_STARTED_BY") == null || parent().equals(starter);
    }

    /** Our parent is another process once the one that started us is gone. */
    private static Optional<Long> parent() {
        return ProcessHandle.current().parent().map(ProcessHandle::pid);
    }

    private void stop() {
        stopping = true;
        aim.close();
    }

    private void progress(String step) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, step);
    }

    /** What PostgreSQL's starter and the Kafka client have to say goes to a log, and their binaries to our folder. */
    private void keepLibrariesQuiet() {
        folder.logs().toFile().mkdirs();
        System.setProperty("org.slf4j.simpleLogger.logFile", folder.ownLog().toString());
        System.setProperty("org.slf4j.simpleLogger.showDateTime", "true");
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log.io.zonky", "info");
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "error");
        System.setProperty("ot.epg.working-dir", folder.binaries().toString());
    }
}
