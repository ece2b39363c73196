package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.GeneratedState;
import gov.mt.opi.aim.generator.Plan;
import gov.mt.opi.aim.load.machine.Machine;
import gov.mt.opi.aim.load.machine.Statements;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Folder;
import gov.mt.opi.aim.local.Ports;
import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.Service;
import gov.mt.opi.aim.local.ServiceProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A fresh AIM as processes, with the registry of a state, and those who measure it. */
final class Installation implements AutoCloseable {

    /** The services that share their work. */
    private static final List<Service> SHARED = List.of(Service.VALIDATION, Service.STATE_STORE);

    private static final int PORTS_APART = 10;

    private final Path home;
    private final Folder folder;
    private final Ports ports;
    private final RunningAim aim;
    private final List<ServiceProcess> more = new ArrayList<>();
    private Machine machine;
    private Loading loading;
    private boolean closed;

    Installation(Path home, Folder folder, Ports ports, Consumer<String> progress) {
        this.home = home;
        this.folder = folder;
        this.ports = ports;
        this.aim = new RunningAim(home, folder, ports, progress);
    }

    /**
     * Starts everything on empty data.
     *
     * @param instances how many there are of validation and state-store
     * @param uploads files that are sent at the same time
     */
    Installation start(Plan state, int instances, int uploads) throws IOException, InterruptedException {
        folder.forgetData();
        aim.start();
        for (int instance = 2; instance <= instances; instance++) {
            for (Service service : SHARED) {
                more.add(start(service, instance));
            }
        }
        for (ServiceProcess process : more) {
            process.awaitReady();
        }
        machine = new Machine(
                Arrays.stream(Service.values()).map(Service::module).toList(),
                folder.data().resolve("postgres"),
                jdbcUrl());
        loading = new Loading(aim, ports, machine, statements(), jdbcUrl(), uploads);
        for (Map.Entry<String, String> part :
                new GeneratedState(state).registry().entrySet()) {
            aim.as("opi").loadRegistry(part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
        }
        loading.awaitQuiet();
        return this;
    }

    private Statements statements() throws IOException {
        try {
            return new Statements(jdbcUrl());
        } catch (SQLException e) {
            throw new IOException("PostgreSQL does not count its statements", e);
        }
    }

    Api api() {
        return aim.as("opi");
    }

    URI address(Service service) {
        return aim.address(service);
    }

    Loading loading() {
        return loading;
    }

    Machine machine() {
        return machine;
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + ports.database() + "/postgres";
    }

    private ServiceProcess start(Service service, int instance) throws IOException {
        return ServiceProcess.start(
                service,
                service.jar(home),
                folder.logs().resolve(service.module() + "-" + instance + ".log"),
                ports.of(service) + PORTS_APART * (instance - 1),
                Map.of(
                        "AIM_KAFKA",
                        "127.0.0.1:" + ports.broker(),
                        "AIM_DATABASE_URL",
                        jdbcUrl(),
                        "AIM_DATABASE_USER",
                        "postgres",
                        "AIM_DATABASE_PASSWORD",
                        "postgres"));
    }

    /** Stops everything; may be called twice and from another thread. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        if (loading != null) {
            loading.close();
        }
        if (machine != null) {
            machine.close();
        }
        more.forEach(ServiceProcess::close);
        aim.close();
    }
}
