package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

/**
 * How many messages of the state topics the read model has not taken in. Counts of the past are right all the same, so
 * being behind is told, not refused.
 */
@Singleton
@Startup
@Readiness
class StateLag implements HealthCheck {

    private static final Logger LOG = Logger.getLogger(StateLag.class);
    private static final long UNKNOWN = -1;
    private static final int SECONDS = 2;

    private final String bootstrapServers;
    private final ReadModel readModel;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread daemon = new Thread(task, "state-lag");
        daemon.setDaemon(true);
        return daemon;
    });
    private KafkaConsumer<String, byte[]> consumer;
    private volatile long behind = UNKNOWN;

    @Inject
    StateLag(
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers,
            ReadModel readModel,
            MeterRegistry meters) {
        this.bootstrapServers = bootstrapServers;
        this.readModel = readModel;
        meters.gauge("aim.state.behind", this, StateLag::behind);
    }

    @PostConstruct
    void start() {
        thread.scheduleWithFixedDelay(this::look, 0, SECONDS, TimeUnit.SECONDS);
    }

    /** Messages not taken in as of a moment ago; -1 while nobody knows. */
    long behind() {
        return behind;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("read model")
                .up()
                .withData("messagesBehind", behind)
                .build();
    }

    private void look() {
        try {
            if (consumer == null) {
                consumer = StateTopicHistory.consumer(bootstrapServers, "reporting-lag");
            }
            Map<TopicPartition, Long> next = new HashMap<>();
            for (Position position : readModel.positions()) {
                next.put(new TopicPartition(position.topic(), position.partition()), position.nextOffset());
            }
            var partitions = StateTopicHistory.partitions(consumer);
            Map<TopicPartition, Long> begins = consumer.beginningOffsets(partitions);
            long missing = 0;
            for (Map.Entry<TopicPartition, Long> end :
                    consumer.endOffsets(partitions).entrySet()) {
                long begin = begins.get(end.getKey());
                long from = next.getOrDefault(end.getKey(), begin);
                // Beyond the end: a position of a topic that was made anew since, of which nothing was read yet.
                missing += end.getValue() - (from > end.getValue() ? begin : from);
            }
            behind = missing;
        } catch (RuntimeException away) {
            behind = UNKNOWN;
            LOG.debugf(
                    "nobody knows how far behind the read model is (%s)",
                    away.getClass().getSimpleName());
        }
    }

    @PreDestroy
    void stop() {
        thread.shutdownNow();
    }
}
