package gov.mt.opi.aim.faults.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.TopicWatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** The state topics as a downstream system reads them: of every key the highest version, in whatever order they come. */
final class Told {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Topic> TOPICS = Map.of(
            "SD", Topic.STATE_STUDENT,
            "EN", Topic.STATE_ENROLLMENT,
            "PP", Topic.STATE_PROGRAM_PARTICIPATION,
            "AT", Topic.STATE_TEST_WINDOW_ATTENDANCE);

    private final Map<Thing, Known> things = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();

    /** Reads what was told since the beginning about State IDs in a range. */
    static Told read(TopicWatch topics, long firstStateId, long lastStateId) throws IOException, InterruptedException {
        Told told = new Told();
        for (Map.Entry<String, Topic> topic : TOPICS.entrySet()) {
            Map<String, Known> newest = new HashMap<>();
            for (ConsumerRecord<String, byte[]> message : topics.since(topic.getValue())) {
                told.take(topic.getKey(), message, newest, firstStateId, lastStateId);
            }
            newest.values().forEach(known -> told.things.put(SpecLine.thing(topic.getKey(), known.fields()), known));
        }
        return told;
    }

    Map<Thing, Known> things() {
        return things;
    }

    /** Where one version of a thing was told in two ways. */
    List<String> contradictions() {
        return contradictions;
    }

    private void take(
            String type,
            ConsumerRecord<String, byte[]> message,
            Map<String, Known> newest,
            long firstStateId,
            long lastStateId)
            throws IOException {
        if (message.key() == null || message.value() == null) {
            return;
        }
        JsonNode value;
        try {
            value = JSON.readTree(message.value());
        } catch (IOException poison) {
            return;
        }
        long stateId = value.path("stateId").asLong();
        if (stateId < firstStateId || stateId > lastStateId) {
            return;
        }
        Map<String, String> properties = new TreeMap<>();
        value.properties()
                .forEach(property ->
                        properties.put(property.getKey(), property.getValue().asText()));
        Known known = new Known(message.key(), value.path("version").asLong(), SpecLine.fields(type, properties));
        Known before = newest.get(message.key());
        if (before != null && before.version() == known.version() && !before.equals(known)) {
            contradictions.add(
                    "version " + known.version() + " of " + type + " " + known.key() + " was told in two ways");
        }
        if (before == null || before.version() < known.version()) {
            newest.put(message.key(), known);
        }
    }
}
