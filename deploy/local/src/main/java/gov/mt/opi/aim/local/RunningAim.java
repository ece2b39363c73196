package gov.mt.opi.aim.local;

import gov.mt.opi.aim.backing.BackingServers;
import gov.mt.opi.aim.backing.EmbeddedServers;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Database, broker and the four services, each a process of its own. Closing it stops the services, the last of the flow
 * first, then the broker, then the database; it may be closed from another thread while it starts, and twice.
 */
public final class RunningAim implements AutoCloseable {

    private final Path home;
    private final Folder folder;
    private final Ports ports;
    private final Consumer<String> progress;
    private final Map<Service, ServiceProcess> services = new EnumMap<>(Service.class);
    private final List<ServiceProcess> further = new ArrayList<>();
    private EmbeddedServers servers;
    private boolean closed;

    /**
     * @param home root of the project, where the packaged services are
     * @param progress is told what is being done, a line for each step
     */
    public RunningAim(Path home, Folder folder, Ports ports, Consumer<String> progress) {
        this.home = home;
        this.folder = folder;
        this.ports = ports;
        this.progress = progress;
    }

    /** Starts everything and returns when all four services say that they are ready. */
    public void start() throws IOException, InterruptedException {
        ports.requireFree();
        folder.prepare();
        startServers();
        for (Service service : Service.values()) {
            progress.accept("starting " + service.module() + " on port " + ports.of(service));
            launch(service);
        }
        for (Service service : Service.values()) {
            process(service).awaitReady();
        }
    }

    /** Where its data and logs are. */
    public Folder folder() {
        return folder;
    }

    /** Database and broker. */
    public synchronized EmbeddedServers servers() {
        return servers;
    }

    /** The process of a service. */
    public synchronized ServiceProcess process(Service service) throws IOException {
        ServiceProcess process = services.get(service);
        if (process == null) {
            throw new IOException("stopped while it was starting");
        }
        return process;
    }

    /**
     * Starts one more instance of a service and returns at once; it is stopped with all the others.
     *
     * @param port its HTTP port
     */
    public synchronized ServiceProcess another(Service service, int port) throws IOException {
        requireOpen();
        ServiceProcess process =
                ServiceProcess.start(service, service.jar(home), folder.log(service), port, settings(servers));
        further.add(process);
        return process;
    }

    /** Starts a service again that has ended, and returns at once. */
    public void launch(Service service) throws IOException {
        launch(service, Map.of());
    }

    /**
     * Starts a service again that has ended, and returns at once.
     *
     * @param more environment variables that only this start has
     */
    public synchronized void launch(Service service, Map<String, String> more) throws IOException {
        requireOpen();
        Map<String, String> all = new HashMap<>(settings(servers));
        all.putAll(more);
        services.put(
                service, ServiceProcess.start(service, service.jar(home), folder.log(service), ports.of(service), all));
    }

    /** Kills a service without any warning. */
    public void kill(Service service) throws IOException, InterruptedException {
        process(service).kill();
    }

    /** Starts a service again that was killed, and waits until it is ready. */
    public void startAgain(Service service) throws IOException, InterruptedException {
        launch(service);
        process(service).awaitReady();
    }

    /** @throws FailedPart when a server or a service has ended by itself, or a service says that it cannot go on */
    public void requireAlive() throws IOException, InterruptedException {
        List<ServiceProcess> running;
        synchronized (this) {
            List<String> ended = closed ? List.of() : servers.ended();
            if (!ended.isEmpty()) {
                throw new FailedPart(String.join(" and ", ended), "ended unasked", folder.logs());
            }
            running = List.copyOf(services.values());
        }
        for (ServiceProcess service : running) {
            service.requireLiveness();
        }
    }

    /** The address of a service, without a path. */
    public URI address(Service service) {
        return URI.create("http://127.0.0.1:" + ports.of(service));
    }

    /** The calls of a user of this system. */
    public Api as(String user) {
        return new Api(this::address, user);
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        further.forEach(ServiceProcess::close);
        Service[] flow = Service.values();
        for (int last = flow.length - 1; last >= 0; last--) {
            ServiceProcess process = services.remove(flow[last]);
            if (process != null) {
                progress.accept("stopping " + flow[last].module());
                process.close();
            }
        }
        if (servers != null) {
            progress.accept("stopping Kafka and PostgreSQL");
            servers.close();
        }
    }

    private synchronized void startServers() throws IOException {
        requireOpen();
        progress.accept("starting PostgreSQL on port " + ports.database() + " and Kafka on port " + ports.broker());
        try {
            servers = BackingServers.embedded(folder.data(), folder.logs(), ports.database(), ports.broker());
        } catch (IOException | RuntimeException e) {
            throw new FailedPart(
                    "PostgreSQL or Kafka",
                    "did not start: " + e.getMessage(),
                    folder.logs().resolve("postgres.log"));
        }
        folder.markComplete();
    }

    private void requireOpen() throws IOException {
        if (closed) {
            throw new IOException("stopped while it was starting");
        }
    }

    private Map<String, String> settings(BackingServers backing) {
        return Map.of(
                "AIM_KAFKA", backing.bootstrapServers(),
                "AIM_DATABASE_URL", backing.jdbcUrl(),
                "AIM_DATABASE_USER", backing.databaseUser(),
                "AIM_DATABASE_PASSWORD", backing.databasePassword(),
                "AIM_INTAKE_FOLDER", folder.submissions().toString());
    }
}
