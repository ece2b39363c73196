package gov.mt.opi.aim.backing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A running database and a running broker with every topic of AIM. Closing it stops both. */
public interface BackingServers extends AutoCloseable {

    /** JDBC address of the database, without a schema. */
    String jdbcUrl();

    String databaseUser();

    String databasePassword();

    /** Address of the broker, {@code host:port}. */
    String bootstrapServers();

    /** The servers whose process has ended by itself; empty while all is well or where nobody can tell. */
    default List<String> ended() {
        return List.of();
    }

    @Override
    void close();

    /**
     * Servers for a test: containers where an engine answers and has the images, else embedded ones on free ports whose
     * data are forgotten.
     */
    static BackingServers forTests() throws IOException {
        return ContainerServers.startIfPossible().orElseGet(EmbeddedServers::onFreePorts);
    }

    /**
     * Embedded servers that keep their data. They end when they are closed, in order; a JVM that ends without closing
     * them leaves them running.
     *
     * @param folder where the data go
     * @param logs where the logs go: {@code postgres.log} and {@code kafka.log}
     * @param databasePort port of the database
     * @param brokerPort port of the broker; the next one is the controller's
     */
    static EmbeddedServers embedded(Path folder, Path logs, int databasePort, int brokerPort) throws IOException {
        return EmbeddedServers.start(folder, logs, databasePort, brokerPort, true);
    }
}
