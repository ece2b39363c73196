package gov.mt.opi.aim.load.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The processes of a run, which this program has started: the services, the broker, and PostgreSQL with all its backends. A
 * thread looks twice a second, because backends come and go and their peak is only known to who looks.
 */
public final class Machine implements AutoCloseable {

    public static final String DATABASE = "PostgreSQL";
    public static final String BROKER = "Kafka";
    public static final String CLIENT = "benchmark";

    private static final String UNKNOWN = "other";
    private static final long LOOK_MILLIS = 500;

    private final List<String> services;
    private final Path postmaster;
    private final String jdbcUrl;
    private final Map<Long, Backend> backends = new HashMap<>();
    /** Threads by their number; those that have ended keep what they had used when they were last looked at. */
    private final Map<Long, Worker> workers = new HashMap<>();

    private long peakOfDatabase;
    private Connection connection;
    private final Thread thread = new Thread(this::watch, "machine");
    private volatile boolean closed;

    /** What a thread has used as of the last look. */
    private record Worker(String kind, long nanos) {}

    /** What a backend of PostgreSQL has used as of the last look. */
    private static final class Backend {
        private String kind = UNKNOWN;
        private long nanos;
    }

    /**
     * @param services names of the services, which their command lines hold
     * @param database the folder of PostgreSQL's data
     */
    public Machine(List<String> services, Path database, String jdbcUrl) {
        this.services = services;
        this.postmaster = database.resolve("postmaster.pid");
        this.jdbcUrl = jdbcUrl;
        thread.setDaemon(true);
        thread.start();
    }

    /** What everything has used up to now. */
    public Usage usage() throws IOException {
        long busy = Proc.busyNanos();
        Map<String, Long> processes = new TreeMap<>();
        Map<String, Long> threads = new TreeMap<>();
        processes().forEach((pid, name) -> {
            processes.merge(name, Proc.cpuNanos(pid), Long::sum);
            for (long of : Proc.threads(pid)) {
                workers.put(of, new Worker(name + "/" + kind(Proc.name(pid, of)), Proc.cpuNanos(pid, of)));
            }
        });
        workers.values().forEach(worker -> threads.merge(worker.kind, worker.nanos, Long::sum));
        look();
        long server = server();
        long all = Proc.cpuNanos(server) + Proc.cpuNanosOfEndedChildren(server);
        for (long child : Proc.children(server)) {
            all += Proc.cpuNanos(child, child);
        }
        processes.put(DATABASE, all);
        synchronized (backends) {
            backends.values()
                    .forEach(backend -> threads.merge(DATABASE + "/" + backend.kind, backend.nanos, Long::sum));
        }
        return new Usage(busy, processes, threads);
    }

    /** The peak of the resident memory of each process, in bytes; of PostgreSQL the peak of all its processes together. */
    public Map<String, Long> peaks() throws IOException {
        Map<String, Long> peaks = new LinkedHashMap<>();
        processes().forEach((pid, name) -> peaks.merge(name, Proc.bytes(pid, "VmHWM"), Math::max));
        synchronized (backends) {
            peaks.put(DATABASE, peakOfDatabase);
        }
        return peaks;
    }

    /** The name of a kind of thread: without the number of the one thread. */
    static String kind(String thread) {
        return thread.replaceAll("[-#\\s|]*[0-9]*$", "").replaceAll("[-#]+[0-9]+$", "");
    }

    /** The processes that this program has started, by their number, and itself. */
    private Map<Long, String> processes() {
        Map<Long, String> processes = new TreeMap<>();
        long self = ProcessHandle.current().pid();
        processes.put(self, CLIENT);
        ProcessHandle.current().children().forEach(child -> {
            String command = Proc.commandLine(child.pid());
            services.stream()
                    .filter(service -> command.contains("/" + service + "/"))
                    .findFirst()
                    .ifPresent(service -> processes.put(child.pid(), service));
            if (command.contains(" kafka.Kafka ")) {
                processes.put(child.pid(), BROKER);
            }
        });
        return processes;
    }

    private long server() throws IOException {
        return Long.parseLong(Files.readAllLines(postmaster).get(0).strip());
    }

    private void watch() {
        while (!closed) {
            try {
                look();
                Thread.sleep(LOOK_MILLIS);
            } catch (IOException starting) {
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws IOException {
        long server = server();
        List<Long> children = Proc.children(server);
        Map<Long, String> kinds = kindsUnlessKnown(children);
        long own = Proc.bytes(server, "RssAnon");
        long shared = Proc.bytes(server, "RssShmem");
        synchronized (backends) {
            for (long child : children) {
                long nanos = Proc.cpuNanos(child, child);
                own += Proc.bytes(child, "RssAnon");
                shared = Math.max(shared, Proc.bytes(child, "RssShmem"));
                if (nanos > 0) {
                    Backend backend = backends.computeIfAbsent(child, first -> new Backend());
                    backend.nanos = nanos;
                    backend.kind = kinds.getOrDefault(child, backend.kind);
                }
            }
            peakOfDatabase = Math.max(peakOfDatabase, own + shared);
        }
    }

    /** Asked only when a backend is new: each question would cost the database five milliseconds, twice a second. */
    private Map<Long, String> kindsUnlessKnown(List<Long> children) {
        boolean known;
        synchronized (backends) {
            known = children.stream()
                    .allMatch(child -> Proc.cpuNanos(child, child) == 0
                            || backends.containsKey(child)
                                    && !backends.get(child).kind.equals(UNKNOWN));
        }
        return known ? Map.of() : kinds();
    }

    /** Whom each backend works for; what cannot be told is told the next time. */
    private synchronized Map<Long, String> kinds() {
        Map<Long, String> kinds = new HashMap<>();
        try (Statement statement = asked().createStatement();
                ResultSet rows = statement.executeQuery("SELECT pid, CASE backend_type WHEN 'client backend'"
                        + " THEN 'for ' || NULLIF(application_name, '') ELSE backend_type END FROM pg_stat_activity")) {
            while (rows.next()) {
                // One that is just beginning or ending is told the next time.
                if (rows.getString(2) != null) {
                    kinds.put(rows.getLong(1), rows.getString(2));
                }
            }
        } catch (SQLException away) {
            disconnect();
        }
        return kinds;
    }

    /** A connection that stays: a new one for each look would cost the database more than the look. */
    private Connection asked() throws SQLException {
        if (connection == null) {
            connection = DriverManager.getConnection(jdbcUrl + "?ApplicationName=benchmark", "postgres", "postgres");
        }
        return connection;
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private synchronized void disconnect() {
        if (connection != null) {
            try {
                connection.close();
            } catch (SQLException gone) {
                // It was lost, which is why it is closed.
            }
            connection = null;
        }
    }
}
