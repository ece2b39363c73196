package gov.mt.opi.aim.backing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * PostgreSQL from its embedded binaries and a broker from Maven artifacts, each a process of its own, which may be stopped or
 * killed and started again on the same data and ports.
 */
public final class EmbeddedServers implements BackingServers {

    private final Path folder;
    private final Path logs;
    private final int databasePort;
    private final int brokerPort;
    private final boolean keepData;
    private EmbeddedDatabase database;
    private EmbeddedBroker broker;

    private EmbeddedServers(Path folder, Path logs, int databasePort, int brokerPort, boolean keepData) {
        this.folder = folder;
        this.logs = logs;
        this.databasePort = databasePort;
        this.brokerPort = brokerPort;
        this.keepData = keepData;
    }

    static EmbeddedServers start(Path folder, Path logs, int databasePort, int brokerPort, boolean keepData)
            throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(logs);
        EmbeddedServers servers = new EmbeddedServers(folder, logs, databasePort, brokerPort, keepData);
        servers.startDatabase();
        try {
            servers.startBroker();
            Topics.create(servers.bootstrapServers(), Topics.PARTITIONS, (short) 1);
            return servers;
        } catch (IOException | RuntimeException e) {
            if (servers.broker != null) {
                servers.broker.close();
            }
            servers.database.close();
            throw e;
        }
    }

    static EmbeddedServers onFreePorts() {
        try {
            Path folder = Files.createTempDirectory("aim-servers");
            int brokerPort = freePortPair();
            return start(folder, folder, freePort(), brokerPort, false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the database that was stopped or killed, and returns when it answers. */
    public synchronized void startDatabase() throws IOException {
        // Servers of a test end with its JVM whatever happens; those of the local run are stopped in order by their
        // owner.
        database = EmbeddedDatabase.start(
                folder.resolve("postgres"), logs.resolve("postgres.log"), databasePort, !keepData);
    }

    /** Stops the database as an administrator would: sessions end, what they had not committed is gone. */
    public synchronized void stopDatabase() {
        database.close();
    }

    /** Ends every process of the database at once, as a power cut would. */
    public synchronized void killDatabase() {
        database.kill();
    }

    /** Starts the broker that was stopped or killed, and returns when it answers. */
    public synchronized void startBroker() throws IOException {
        broker = EmbeddedBroker.start(folder.resolve("kafka"), logs.resolve("kafka.log"), brokerPort, brokerPort + 1);
    }

    /** Stops the broker in order. */
    public synchronized void stopBroker() {
        broker.close();
    }

    /** Ends the broker at once, as a power cut would. */
    public synchronized void killBroker() {
        broker.kill();
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + databasePort + "/postgres";
    }

    @Override
    public String databaseUser() {
        return EmbeddedDatabase.USER;
    }

    @Override
    public String databasePassword() {
        return EmbeddedDatabase.USER;
    }

    @Override
    public String bootstrapServers() {
        return "127.0.0.1:" + brokerPort;
    }

    @Override
    public synchronized List<String> ended() {
        List<String> ended = new ArrayList<>();
        if (!database.isAlive()) {
            ended.add("PostgreSQL");
        }
        if (!broker.isAlive()) {
            ended.add("Kafka");
        }
        return ended;
    }

    @Override
    public synchronized void close() {
        broker.close();
        database.close();
        if (!keepData) {
            forget(folder);
        }
    }

    private static void forget(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** A free port whose successor is free too: the broker takes the first, its controller the second. */
    private static int freePortPair() throws IOException {
        for (int attempt = 0; attempt < 50; attempt++) {
            int port = freePort();
            try (ServerSocket next = new ServerSocket(port + 1, 1, InetAddress.getLoopbackAddress())) {
                return next.getLocalPort() - 1;
            } catch (IOException taken) {
                continue;
            }
        }
        throw new IOException("no two free ports in a row on this machine");
    }
}
