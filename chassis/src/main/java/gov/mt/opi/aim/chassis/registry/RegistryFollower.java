package gov.mt.opi.aim.chassis.registry;

import com.fasterxml.jackson.databind.ObjectReader;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.security.RegisteredDistricts;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jboss.logging.Logger;

/**
 * Keeps a {@link RegistryView} equal to the registry topics. Every instance reads all of them from the beginning, without
 * a group: the registry is small and each instance needs the whole.
 *
 * <p>{@link #current()} closes the gap between the moment the registry was changed, which is answered only when the topics
 * have it, and the moment this instance has read it.
 */
public final class RegistryFollower implements RegisteredDistricts, AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RegistryFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    /** How long the broker may hold an empty answer back; a change ends the waiting. */
    private static final int QUIET_MILLIS = 5_000;
    /** All that a fetch brings is taken at once: while some of it waits here, the next fetch does not ask for its partition. */
    private static final int TAKEN_MAX = 100_000;

    private static final List<Topic> TOPICS =
            List.of(Topic.REGISTRY_DISTRICT, Topic.REGISTRY_SCHOOL, Topic.REGISTRY_CALENDAR);
    private static final ObjectReader DISTRICT = EventJson.reader(District.class);
    private static final ObjectReader SCHOOL = EventJson.reader(School.class);
    private static final ObjectReader CALENDAR = EventJson.reader(Calendar.class);

    private final String bootstrapServers;
    private final RegistryView view = new RegistryView();
    private final Thread thread;
    private final CountDownLatch loaded = new CountDownLatch(1);
    private final Object progress = new Object();
    private volatile boolean closed;
    private volatile KafkaConsumer<String, byte[]> running;
    /** Rounds of "read to the end" asked for and done; a caller waits for a round that began after it asked. */
    private long roundsAsked;

    private long roundsDone;

    public RegistryFollower(String bootstrapServers) {
        this.bootstrapServers = bootstrapServers;
        this.thread = new Thread(this::follow, "registry-follower");
        this.thread.setDaemon(true);
    }

    public RegistryFollower start() {
        thread.start();
        return this;
    }

    /** True once the whole registry was read a first time. */
    public boolean isLoaded() {
        return loaded.getCount() == 0;
    }

    /** Waits for the first complete reading. */
    public boolean awaitLoaded(Duration patience) throws InterruptedException {
        return loaded.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** The registry as last read. */
    public RegistryView view() {
        return view;
    }

    /** The registry with everything that was in its topics when this was called. */
    public RegistryView current() {
        synchronized (progress) {
            long mine = ++roundsAsked;
            KafkaConsumer<String, byte[]> consumer = running;
            if (consumer != null) {
                consumer.wakeup();
            }
            while (roundsDone < mine && !closed) {
                try {
                    progress.wait(1_000);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return view;
                }
            }
        }
        return view;
    }

    /** True when the district is registered, even since a moment ago. */
    @Override
    public boolean isRegistered(String districtNumber) {
        return view.isRegistered(districtNumber) || current().isRegistered(districtNumber);
    }

    @Override
    public void close() {
        closed = true;
        KafkaConsumer<String, byte[]> consumer = running;
        if (consumer != null) {
            consumer.wakeup();
        }
    }

    private void follow() {
        while (!closed) {
            // Where the topics end is asked over a connection of its own: over the other one, the answer would come
            // only after that of the fetch under way, which the broker holds back while there is nothing new.
            try (KafkaConsumer<String, byte[]> consumer = consumer("registry-follower");
                    KafkaConsumer<String, byte[]> ends = consumer("registry-ends")) {
                running = consumer;
                read(consumer, ends);
            } catch (WakeupException woken) {
                LOG.debug("woken");
            } catch (KafkaException e) {
                LOG.warnf(
                        "the registry topics cannot be read (%s), trying again",
                        e.getClass().getSimpleName());
                pause();
            } finally {
                running = null;
            }
        }
    }

    private void read(KafkaConsumer<String, byte[]> consumer, KafkaConsumer<String, byte[]> ends) {
        List<TopicPartition> partitions = TOPICS.stream()
                .flatMap(topic -> consumer.partitionsFor(topic.topicName()).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new KafkaException("the registry topics are not there yet");
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        readToTheEnd(consumer, ends, partitions);
        loaded.countDown();
        while (!closed) {
            try {
                consumer.poll(POLL).forEach(this::apply);
            } catch (WakeupException somebodyWaits) {
                LOG.trace("woken to read to the end");
            }
            readRoundIfAsked(consumer, ends, partitions);
        }
    }

    private void readRoundIfAsked(
            KafkaConsumer<String, byte[]> consumer,
            KafkaConsumer<String, byte[]> ends,
            List<TopicPartition> partitions) {
        long asked;
        synchronized (progress) {
            asked = roundsAsked;
            if (asked == roundsDone) {
                return;
            }
        }
        readToTheEnd(consumer, ends, partitions);
        synchronized (progress) {
            roundsDone = asked;
            progress.notifyAll();
        }
    }

    private void readToTheEnd(
            KafkaConsumer<String, byte[]> consumer,
            KafkaConsumer<String, byte[]> ends,
            List<TopicPartition> partitions) {
        Map<TopicPartition, Long> unread = new HashMap<>(ends.endOffsets(partitions));
        while (!closed) {
            try {
                unread.entrySet().removeIf(end -> consumer.position(end.getKey()) >= end.getValue());
                if (unread.isEmpty()) {
                    return;
                }
                consumer.poll(POLL).forEach(this::apply);
            } catch (WakeupException somebodyElseWaits) {
                LOG.trace("woken while reading to the end");
            }
        }
    }

    private void apply(ConsumerRecord<String, byte[]> message) {
        try {
            if (message.topic().equals(Topic.REGISTRY_DISTRICT.topicName())) {
                if (message.value() == null) {
                    view.removeDistrict(message.key());
                } else {
                    view.put((District) DISTRICT.readValue(message.value()));
                }
            } else if (message.topic().equals(Topic.REGISTRY_SCHOOL.topicName())) {
                if (message.value() == null) {
                    view.removeSchool(message.key());
                } else {
                    view.put((School) SCHOOL.readValue(message.value()));
                }
            } else if (message.value() == null) {
                view.removeCalendar(message.key());
            } else {
                view.put((Calendar) CALENDAR.readValue(message.value()));
            }
        } catch (IOException | RuntimeException unreadable) {
            // Broken, or JSON of something else: no reason to know nothing of what comes behind it.
            LOG.warnf("an unreadable entry of %s was left out (offset %d)", message.topic(), message.offset());
        }
    }

    private KafkaConsumer<String, byte[]> consumer(String clientId) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        ConsumerConfig.CLIENT_ID_CONFIG,
                        clientId,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false,
                        ConsumerConfig.FETCH_MAX_WAIT_MS_CONFIG,
                        QUIET_MILLIS,
                        ConsumerConfig.MAX_POLL_RECORDS_CONFIG,
                        TAKEN_MAX,
                        ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                        "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static void pause() {
        try {
            Thread.sleep(500);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
