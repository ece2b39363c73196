package gov.mt.opi.aim.backing;

import java.io.IOException;
import java.nio.file.Path;

/** A running database and a running broker with every topic of AIM. Closing it stops both. */
public interface BackingServers extends AutoCloseable {

    /** JDBC address of the database, without a schema. */
    String jdbcUrl();

    String databaseUser();

    String databasePassword();

    /** Address of the broker, {@code host:port}. */
    String bootstrapServers();

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
     * Embedded servers that keep their data.
     *
     * @param folder where data and logs go
     * @param databasePort port of the database
     * @param brokerPort port of the broker; the next one is the controller's
     */
    static BackingServers embedded(Path folder, int databasePort, int brokerPort) throws IOException {
        return EmbeddedServers.start(folder, databasePort, brokerPort, true);
    }
}
