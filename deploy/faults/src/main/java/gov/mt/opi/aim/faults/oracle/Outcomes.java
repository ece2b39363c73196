package gov.mt.opi.aim.faults.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.Submission;
import gov.mt.opi.aim.faults.scene.TopicWatch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What the topics say became of every line: the state-store's word counts more than validation's. */
final class Outcomes {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Map<Integer, Set<String>>> byStateStore = new HashMap<>();
    private final Map<String, Map<Integer, Set<String>>> byValidation = new HashMap<>();

    static Outcomes read(TopicWatch topics) throws IOException, InterruptedException {
        Outcomes outcomes = new Outcomes();
        for (ConsumerRecord<String, byte[]> message : topics.since(Topic.RECORD_OUTCOME)) {
            try {
                outcomes.take(JSON.readTree(message.value()));
            } catch (IOException poison) {
                continue;
            }
        }
        return outcomes;
    }

    private void take(JsonNode outcome) {
        Map<String, Map<Integer, Set<String>>> decided =
                outcome.path("decidedBy").asText().equals("STATE_STORE") ? byStateStore : byValidation;
        decided.computeIfAbsent(outcome.path("submissionId").asText(), id -> new HashMap<>())
                .computeIfAbsent(outcome.path("line").asInt(), line -> new HashSet<>())
                .add(outcome.path("outcome").asText());
    }

    /** The outcome of every line of a submission that has one, by line. */
    Map<Integer, String> of(Submission submission) {
        Map<Integer, String> outcomes = new TreeMap<>();
        byValidation.getOrDefault(submission.id(), Map.of()).forEach((line, said) -> outcomes.put(line, last(said)));
        byStateStore.getOrDefault(submission.id(), Map.of()).forEach((line, said) -> outcomes.put(line, last(said)));
        return outcomes;
    }

    /** Lines of which the state-store said two things; only what was held may become something else. */
    List<String> contradictions(Submission submission) {
        List<String> contradictions = new ArrayList<>();
        byStateStore.getOrDefault(submission.id(), Map.of()).forEach((line, said) -> {
            Set<String> settled = new HashSet<>(said);
            settled.remove("HELD");
            if (settled.size() > 1) {
                contradictions.add("line " + line + " of " + submission.id() + " is " + settled);
            }
        });
        return contradictions;
    }

    private static String last(Set<String> said) {
        return said.stream()
                .filter(outcome -> !outcome.equals("HELD"))
                .findFirst()
                .orElse("HELD");
    }
}
