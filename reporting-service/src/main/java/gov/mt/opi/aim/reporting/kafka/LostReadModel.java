package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import gov.mt.opi.aim.reporting.rebuild.Rebuild;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.jboss.logging.Logger;

/**
 * After an upgrade that changed its tables, or with a new database, the read model is empty while the broker remembers
 * that this service has read everything. Then it is rebuilt, without anybody having to know.
 */
@ApplicationScoped
class LostReadModel {

    private static final Logger LOG = Logger.getLogger(LostReadModel.class);

    private final String bootstrapServers;
    private final ReadModel readModel;
    private final Rebuild rebuild;
    private final ManagedExecutor threads;

    @Inject
    LostReadModel(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            ReadModel readModel,
            Rebuild rebuild,
            ManagedExecutor threads) {
        this.bootstrapServers = bootstrapServers;
        this.readModel = readModel;
        this.rebuild = rebuild;
        this.threads = threads;
    }

    void look(@Observes StartupEvent start) {
        if (readModel.positions().isEmpty()) {
            threads.execute(this::rebuildWhatWasRead);
        }
    }

    private void rebuildWhatWasRead() {
        if (hasReadBefore() && rebuild.begin().isPresent()) {
            LOG.info("the read model is empty, though the state topics were read: it is rebuilt");
            rebuild.run();
        }
    }

    private boolean hasReadBefore() {
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        "reporting-lost",
                        ConsumerConfig.GROUP_ID_CONFIG,
                        StateConsumer.GROUP,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            return consumer.committed(new HashSet<>(StateTopicHistory.partitions(consumer))).values().stream()
                    .anyMatch(committed -> committed != null && committed.offset() > 0);
        }
    }
}
