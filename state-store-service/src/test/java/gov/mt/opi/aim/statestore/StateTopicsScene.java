package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import gov.mt.opi.aim.statestore.kafka.Announcements;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A district with a history, and what somebody knows who reads the state topics. */
@ApplicationScoped
class StateTopicsScene {

    static final List<Topic> STATE_TOPICS = List.of(
            Topic.STATE_STUDENT,
            Topic.STATE_ENROLLMENT,
            Topic.STATE_PROGRAM_PARTICIPATION,
            Topic.STATE_TEST_WINDOW_ATTENDANCE);

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Perseverance perseverance;

    @Inject
    MeterRegistry metrics;

    private ServiceScene scene;

    /** Sends a file and waits for its outcomes. */
    Map<Integer, RecordOutcome> send(Records file) {
        return scene().send(file);
    }

    void close() {
        if (scene != null) {
            scene.close();
            scene = null;
        }
    }

    private ServiceScene scene() {
        if (scene == null) {
            scene = new ServiceScene(bootstrapServers);
        }
        return scene;
    }

    /**
     * Three students of a district (two with an enrollment, one of them with programs and attendance; one with two
     * enrollments), sent, changed, sent again, and an older file that comes late: ten things.
     */
    void aHistoryOfDistrict(String district) {
        ServiceScene.register(district);
        String ann = district + "0000001";
        String bob = district + "0000002";
        String cy = district + "0000003";
        send(Records.file(district, 1)
                .adopting()
                .sd(ann, "1", "Archer", "Ann", "F", "1996-01-01")
                .sd(bob, "2", "Baker", "Bob", "M", "1995-02-02")
                .sd(cy, "3", "Cooper", "Cy", "M", "1994-03-03")
                .en(ann, "733", "P", "2006-08-28", "")
                .en(bob, "700", "P", "2006-08-28", "2006-12-20")
                .en(bob, "702", "P", "2007-01-08", "")
                .en(cy, "733", "P", "2006-08-28", "")
                .pp(cy, "N"));
        Records corrected = Records.file(district, 3)
                .sd(ann, "1", "Archerson", "Ann", "F", "1996-01-01")
                .en(ann, "733", "P", "2006-08-28", "2007-03-30")
                .pp(ann, "R")
                .at(ann, "0.500");
        assertThat(send(corrected).values()).extracting(RecordOutcome::outcome).containsOnly(Outcome.ACCEPTED);
        send(Records.file(district, 4).en(ann, "733", "P", "2006-08-28", "2007-03-30"));
        send(Records.file(district, 2).sd(ann, "1", "Archer", "Ann", "F", "1996-01-01"));
        awaitSent();
    }

    /** Outcomes may be with the broker before the changes that go with them; the outbox is empty when all are. */
    private void awaitSent() {
        long deadline = System.nanoTime() + ServiceScene.PATIENCE.toNanos();
        while (isAnythingUnsent()) {
            assertThat(System.nanoTime()).as("the outbox is not emptied").isLessThan(deadline);
        }
    }

    private boolean isAnythingUnsent() {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT EXISTS (SELECT FROM outbox)");
                var row = select.executeQuery()) {
            return row.next() && row.getBoolean(1);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    UUID keyOfTheEnrollmentIn(String stateId, String school) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT record_key FROM enrollment JOIN student USING (student_key)"
                                + " WHERE state_id = ? AND school_number = ?")) {
            select.setString(1, stateId);
            select.setString(2, school);
            try (var row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    /** Takes an enrollment out of the view: its row, then tombstone and note as whoever voids one leaves them. */
    void takeOut(UUID key) {
        String stateId = messages(Topic.STATE_ENROLLMENT, "8").stream()
                .filter(message -> message.key().equals(key.toString()))
                .map(message -> ServiceScene.value(message, StateChanged.class).stateId())
                .findFirst()
                .orElseThrow();
        new JdbcTransactions(
                        database, outbox, perseverance, new Announcements(metrics), applied -> {}, Clock.systemUTC())
                .apply(view -> {
                    UUID student =
                            view.studentsByStateId(Set.of(stateId)).get(0).key();
                    delete(key);
                    StateChanged last = new StateChanged(
                            1, student, stateId, stateId.substring(0, 2), view.now(), 2, null, Map.of());
                    return new Applied(List.of(), List.of(StateChange.gone(Topic.STATE_ENROLLMENT, key, last)));
                });
        assertThat(tombstones(key, 1)).isEqualTo(1);
    }

    void delete(UUID enrollment) {
        try (Connection connection = database.getConnection();
                PreparedStatement delete = connection.prepareStatement("DELETE FROM enrollment WHERE record_key = ?")) {
            delete.setObject(1, enrollment);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    /** What somebody knows who has read all four topics from their beginning to their end. */
    Map<String, Map<String, String>> readFromTheBeginning(String stateIds) {
        Map<String, Map<String, String>> known = new TreeMap<>();
        for (Topic topic : STATE_TOPICS) {
            Map<String, byte[]> newest = new HashMap<>();
            all(topic).forEach(message -> newest.put(message.key(), message.value()));
            newest.forEach((key, value) -> {
                if (value != null) {
                    Map<String, String> told = ViewRows.told(value);
                    if (told.get("stateid").startsWith(stateIds)) {
                        known.put(key, told);
                    }
                }
            });
        }
        return known;
    }

    Map<String, String> newestIds(String stateIds) {
        return STATE_TOPICS.stream()
                .flatMap(topic -> messages(topic, stateIds).stream())
                .collect(Collectors.toMap(
                        ConsumerRecord::key, message -> TopicProbe.header(message, "ce_id"), (older, newer) -> newer));
    }

    int count(String stateIds) {
        return STATE_TOPICS.stream()
                .mapToInt(topic -> messages(topic, stateIds).size())
                .sum();
    }

    int waitFor(String stateIds, int wanted) {
        long deadline = System.nanoTime() + ServiceScene.PATIENCE.toNanos();
        int found = count(stateIds);
        while (found < wanted && System.nanoTime() < deadline) {
            found = count(stateIds);
        }
        return found;
    }

    int tombstones(UUID key, int wanted) {
        return scene().probe
                .read(
                        Topic.STATE_ENROLLMENT.topicName(),
                        message -> message.key().equals(key.toString()) && message.value() == null,
                        wanted,
                        ServiceScene.PATIENCE)
                .size();
    }

    List<ConsumerRecord<String, byte[]>> messages(Topic topic, String stateIds) {
        return all(topic).stream()
                .filter(message -> message.value() != null
                        && ServiceScene.value(message, StateChanged.class)
                                .stateId()
                                .startsWith(stateIds))
                .toList();
    }

    List<ConsumerRecord<String, byte[]>> all(Topic topic) {
        return scene().probe.readAll(topic.topicName());
    }
}
