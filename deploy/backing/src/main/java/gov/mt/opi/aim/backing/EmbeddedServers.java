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

/** PostgreSQL from its embedded binaries and a broker from Maven artifacts, each a process of its own. */
final class EmbeddedServers implements BackingServers {

    private final EmbeddedDatabase database;
    private final EmbeddedBroker broker;
    private final Path folder;
    private final boolean keepData;

    private EmbeddedServers(EmbeddedDatabase database, EmbeddedBroker broker, Path folder, boolean keepData) {
        this.database = database;
        this.broker = broker;
        this.folder = folder;
        this.keepData = keepData;
    }

    static EmbeddedServers start(Path folder, Path logs, int databasePort, int brokerPort, boolean keepData)
            throws IOException {
        Files.createDirectories(folder);
        Files.createDirectories(logs);
        // Servers of a test end with its JVM whatever happens; those of the local run are stopped in order by their
        // owner.
        EmbeddedDatabase database = EmbeddedDatabase.start(
                folder.resolve("postgres"), logs.resolve("postgres.log"), databasePort, !keepData);
        EmbeddedBroker broker = null;
        try {
            broker = EmbeddedBroker.start(
                    folder.resolve("kafka"), logs.resolve("kafka.log"), brokerPort, brokerPort + 1);
            Topics.create(broker.bootstrapServers(), Topics.PARTITIONS, (short) 1);
            return new EmbeddedServers(database, broker, folder, keepData);
        } catch (IOException | RuntimeException e) {
            if (broker != null) {
                broker.close();
            }
            database.close();
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

    @Override
    public String jdbcUrl() {
        return database.jdbcUrl();
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
        return broker.bootstrapServers();
    }

    @Override
    public List<String> ended() {
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
    public void close() {
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
