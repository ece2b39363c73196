package gov.mt.opi.aim.backing;

import java.io.IOException;
import java.util.Optional;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** PostgreSQL and Kafka in containers, where an engine answers and can provide their images. */
final class ContainerServers implements BackingServers {

    private static final String DATABASE_IMAGE = "postgres:18";
    private static final String BROKER_IMAGE = "apache/kafka:4.2.0";

    private final PostgreSQLContainer database;
    private final KafkaContainer broker;

    private ContainerServers(PostgreSQLContainer database, KafkaContainer broker) {
        this.database = database;
        this.broker = broker;
    }

    static Optional<BackingServers> startIfPossible() throws IOException {
        if (!DockerClientFactory.instance().isDockerAvailable()) {
            return Optional.empty();
        }
        PostgreSQLContainer database = new PostgreSQLContainer(DATABASE_IMAGE);
        KafkaContainer broker = new KafkaContainer(BROKER_IMAGE);
        try {
            database.start();
            broker.start();
        } catch (RuntimeException imageOrEngineMissing) {
            // An engine without the images (no registry in reach) is as good as none: the embedded servers serve.
            database.stop();
            broker.stop();
            return Optional.empty();
        }
        Topics.create(broker.getBootstrapServers(), Topics.PARTITIONS, (short) 1);
        return Optional.of(new ContainerServers(database, broker));
    }

    @Override
    public String jdbcUrl() {
        return database.getJdbcUrl();
    }

    @Override
    public String databaseUser() {
        return database.getUsername();
    }

    @Override
    public String databasePassword() {
        return database.getPassword();
    }

    @Override
    public String bootstrapServers() {
        return broker.getBootstrapServers();
    }

    @Override
    public void close() {
        broker.stop();
        database.stop();
    }
}
