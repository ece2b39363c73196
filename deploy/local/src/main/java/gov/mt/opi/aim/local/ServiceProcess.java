package gov.mt.opi.aim.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One packaged service as a process of its own, with its log in a file. */
public final class ServiceProcess implements AutoCloseable {

    /** System property of this program with other flags for the JVMs of the services, between blanks. */
    public static final String JVM_FLAGS = "aim.service.jvm";

    /**
     * Two cores for everything: a parallel collector would cost more than it gains, and so would the second compiler if it
     * began as early as it usually does. Compiling only what runs twenty-five times as often, and with less of what it calls, it
     * has far less to do, and a whole state costs a fifth less than without it. What runs for every fourth record, as the work for
     * one type does, is then compiled in the first state already; loops over records hardly ever are, for what they call is
     * compiled by itself, and they were a quarter of what was compiled in the second state. What a batch needs lives as long as
     * the batch: the more room there is for the young, the less of it is copied. The heap has its size from the beginning, because
     * it grows only after it was collected as a whole, and lies in huge pages where the system has them: it is walked through
     * from end to end many times a minute.
     */
    public static final String USUAL_FLAGS = "-Xms512m -Xmx512m -Xmn300m -XX:SurvivorRatio=5 -XX:MetaspaceSize=128m"
            + " -XX:+UseSerialGC -XX:Tier4InvocationThreshold=125000"
            + " -XX:Tier4MinInvocationThreshold=15000 -XX:Tier4CompileThreshold=375000 -XX:Tier4BackEdgeThreshold=10000000"
            + " -XX:MaxInlineLevel=9 -XX:InlineSmallCode=1200 -XX:-UsePerfData"
            + " -XX:+UseTransparentHugePages -XX:+AlwaysPreTouch";

    /**
     * How far a service stands back, in the steps of nice(1). Where all share a machine, records that are under way are to be
     * finished before others are begun: else the state-store, which has one transaction at a time, is left alone in the end
     * with most of the work, and a core idles.
     */
    private static final Map<Service, Integer> NICE = Map.of(Service.INTAKE, 5, Service.VALIDATION, 10);

    private static final Duration READY_WAIT = Duration.ofMinutes(3);
    private static final Duration STOP_WAIT = Duration.ofSeconds(30);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final Service service;
    private final Path log;
    private final URI health;
    private final Process process;

    private ServiceProcess(Service service, Path log, URI health, Process process) {
        this.service = service;
        this.log = log;
        this.health = health;
        this.process = process;
    }

    /**
     * Starts a service and returns at once.
     *
     * @param settings environment variables of the service
     */
    public static ServiceProcess start(Service service, Path jar, Path log, int port, Map<String, String> settings)
            throws IOException {
        if (!Files.exists(jar)) {
            throw new FailedPart(service.module(), "is not built: there is no " + jar + "; 'mvn verify' makes it");
        }
        List<String> command = new ArrayList<>(List.of("nice", "-n", String.valueOf(NICE.getOrDefault(service, 0))));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(System.getProperty(JVM_FLAGS, USUAL_FLAGS).split(" +")));
        command.addAll(List.of("-Dquarkus.profile=local", "-jar", jar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().putAll(settings);
        builder.environment().put("AIM_HTTP_PORT", String.valueOf(port));
        builder.directory(log.getParent().toFile());
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return new ServiceProcess(service, log, URI.create("http://127.0.0.1:" + port + "/q/health/"), builder.start());
    }

    /** Waits until the health check says that the service can work. */
    public void awaitReady() throws IOException, InterruptedException {
        long deadline = System.nanoTime() + READY_WAIT.toNanos();
        while (System.nanoTime() < deadline) {
            requireAlive();
            if (says("ready", 200)) {
                return;
            }
            Thread.sleep(100);
        }
        throw new FailedPart(
                service.module(),
                "was not ready after " + READY_WAIT.toMinutes() + " minutes (" + health + "ready)",
                log);
    }

    /** @throws FailedPart when the process has ended */
    void requireAlive() throws FailedPart {
        if (!process.isAlive()) {
            throw new FailedPart(service.module(), "has ended by itself (exit code " + process.exitValue() + ")", log);
        }
    }

    /** @throws FailedPart when its liveness check says that only a restart could help */
    void requireLiveness() throws IOException, InterruptedException {
        requireAlive();
        if (says("live", 503)) {
            throw new FailedPart(service.module(), "has stopped working (" + health + "live)", log);
        }
    }

    private boolean says(String check, int status) throws InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(health.resolve(check))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == status;
        } catch (IOException noAnswer) {
            return false;
        }
    }

    /** Whether its readiness check says that it can work; no answer is no. */
    public boolean isReady() throws InterruptedException {
        return says("ready", 200);
    }

    /** Stops it from doing anything, as an overloaded host would; it keeps its memory and its connections. */
    public void freeze() throws IOException, InterruptedException {
        signal("-STOP");
    }

    /** Lets it go on. */
    public void thaw() throws IOException, InterruptedException {
        signal("-CONT");
    }

    /** The process. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    private void signal(String which) throws IOException, InterruptedException {
        int exit = new ProcessBuilder("kill", which, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        if (exit != 0) {
            throw new IOException("kill " + which + " " + service.module() + " ended with " + exit);
        }
    }

    /** Ends it at once, as a power cut would. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** Asks it to end, and insists when it does not within half a minute. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
