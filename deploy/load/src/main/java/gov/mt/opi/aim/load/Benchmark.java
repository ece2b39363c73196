package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.generator.Plan;
import gov.mt.opi.aim.load.machine.Statements;
import gov.mt.opi.aim.local.FailedPart;
import gov.mt.opi.aim.local.Folder;
import gov.mt.opi.aim.local.Ports;
import gov.mt.opi.aim.local.ServiceProcess;
import gov.mt.opi.aim.local.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * {@code ./deploy/load/run}: makes states, loads them into a system that it starts, prints what it measured, and writes it to
 * a page.
 *
 * <p>Exit codes: 0 measured, 1 a part failed or a count was wrong, 2 the command was not understood.
 */
public final class Benchmark {

    private final PrintStream out;
    private final Settings settings;
    private final Path home;
    private final Folder folder;
    private final Ports ports;
    private final Path root;
    private final long began = System.nanoTime();
    private volatile Installation running;

    private Benchmark(PrintStream out, Settings settings, Path home, Ports ports) {
        this.out = out;
        this.settings = settings;
        this.home = home;
        this.ports = ports;
        this.root = home.resolve(".aim").resolve(ports.offset() == 0 ? "load" : "load-" + ports.offset());
        this.folder = new Folder(root);
    }

    public static void main(String[] words) throws Exception {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path home = Path.of(System.getProperty("aim.home", "")).toAbsolutePath().normalize();
        try {
            Settings settings = Settings.of(List.of(words));
            System.setProperty(ServiceProcess.JVM_FLAGS, settings.jvm());
            System.setProperty("aim.postgres.preload", Statements.LIBRARY);
            Benchmark benchmark = new Benchmark(out, settings, home, Ports.withOffset(System.getenv(Ports.OFFSET)));
            benchmark.keepLibrariesQuiet();
            Runtime.getRuntime().addShutdownHook(new Thread(benchmark::stop, "stop"));
            System.exit(benchmark.run());
        } catch (UsageException e) {
            out.println(e.getMessage());
            System.exit(2);
        }
    }

    private int run() throws InterruptedException {
        try {
            folder.forget();
            Report report = settings.growth()
                    ? new Growth(this, settings).measure()
                    : settings.instances()
                            ? new Instances(this, settings).measure()
                            : new Usual(this, settings).measure();
            out.println();
            report.lines().forEach(out::println);
            page().ifPresent(page -> write(page, report));
            return 0;
        } catch (WrongCount | FailedPart e) {
            out.println();
            out.println(e.getMessage());
            return 1;
        } catch (IOException | RuntimeException e) {
            out.println();
            out.println("Failed: " + e + "\n  logs: " + folder.logs());
            return 1;
        } finally {
            stop();
        }
    }

    /** Small states say little: their figures go on the page only when that is asked for. */
    private Optional<Path> page() {
        if (settings.report().isPresent()) {
            return settings.report().map(Path::of);
        }
        return settings.students() < Settings.USUAL_STUDENTS
                ? Optional.empty()
                : Optional.of(home.resolve("docs").resolve(settings.page()));
    }

    private void write(Path page, Report report) {
        try {
            Files.writeString(page, String.join("\n", report.page(settings)) + "\n", StandardCharsets.UTF_8);
            out.println("Written to " + page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files of a state, in a folder of their own. */
    StateFiles files(String name, Plan plan, Expectation.Wave expected) throws IOException {
        return StateFiles.write(plan, expected, root.resolve("files").resolve(name));
    }

    /** A system that nobody else uses; it must be started and closed. */
    Installation installation() {
        running = new Installation(home, folder, ports, this::progress);
        return running;
    }

    Path log(String name) {
        return folder.logs().resolve(name);
    }

    void progress(String step) {
        out.printf("%6.1f s  %s%n", (System.nanoTime() - began) / 1e9, step);
    }

    private void keepLibrariesQuiet() throws IOException {
        Files.createDirectories(folder.logs());
        System.setProperty("org.slf4j.simpleLogger.logFile", log("run.log").toString());
        System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        System.setProperty("org.slf4j.simpleLogger.log.org.apache.kafka", "error");
        System.setProperty(
                "ot.epg.working-dir", root.resolve("postgres-binaries").toString());
    }

    /** Stops everything; the data are forgotten unless they are to be kept. */
    private synchronized void stop() {
        if (running != null) {
            running.close();
        }
        if (!settings.keep()) {
            try {
                folder.forgetData();
                StateFiles.forget(root.resolve("files"));
            } catch (IOException | UncheckedIOException e) {
                out.println("the data could not be removed: " + folder.data());
            }
        }
    }
}
