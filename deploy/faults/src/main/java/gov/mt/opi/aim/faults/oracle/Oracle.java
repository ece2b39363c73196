package gov.mt.opi.aim.faults.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.Poison;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.faults.scene.SentFile;
import gov.mt.opi.aim.faults.scene.Submission;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Holds the system against the files that it was sent: every line has one event and one outcome, those lines are rejected that
 * were made wrong and those that depend on them, intake counts them right, the view is the fold of the lines by newest source
 * version, the state topics say the same, reporting counts the same and knows which lines wait, and the dead letters are what was
 * unreadable and nothing else.
 */
public final class Oracle {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> DAYS = List.of("2006-10-02", "2007-03-13", "2007-04-10");
    private static final Set<String> KNOWN = Set.of("ACCEPTED", "UNCHANGED", "STALE");

    private final Scene scene;
    private final Differences differences = new Differences();

    public Oracle(Scene scene) {
        this.scene = scene;
    }

    /**
     * Waits until every line has its outcome, every event is sent and reporting counts what it must, then looks at everything.
     *
     * @param patience how long to wait for each of the three
     * @return what is not as it must be; empty when all is well
     */
    public List<String> differences(Duration patience) throws IOException, InterruptedException {
        differences.addAll(scene.complaints());
        View view = new View(scene.aim().servers());
        if (!eventually(patience, () -> scene.sending().pending() == 0)) {
            differences.add(scene.sending().pending() + " lines have no outcome");
        }
        if (!eventually(patience, () -> view.waiting() == 0)) {
            differences.add(view.waiting() + " rows stay in an outbox");
        }
        for (Service service : Service.values()) {
            if (!eventually(patience, () -> scene.aim().process(service).isReady())) {
                differences.add(service.module() + " is not ready");
            }
        }
        Fold fold = fold(Outcomes.read(scene.topics()), patience);
        for (String day : DAYS) {
            Map<String, Long> counted = Members.counted(fold, day);
            if (!eventually(patience, () -> reported(day).equals(counted))) {
                differences.compare("members on " + day + ", counted and reported", counted, reported(day));
            }
        }
        Map<Thing, Known> known =
                view.things(scene.work().firstStateId(), scene.work().lastStateId());
        Map<Thing, Map<String, String>> fields = new HashMap<>();
        known.forEach((thing, as) -> fields.put(thing, as.fields()));
        differences.compare("files and view", fold.facts(), fields);
        Told told = Told.read(
                scene.topics(), scene.work().firstStateId(), scene.work().lastStateId());
        differences.compare("view and state topics", known, told.things());
        differences.addAll(told.contradictions());
        lookAtHeldLines(view, patience);
        lookAtDeadLetters();
        return differences.all();
    }

    /** What the lines say that were not kept out, and whether each has one event and one outcome. */
    private Fold fold(Outcomes outcomes, Duration patience) throws IOException, InterruptedException {
        Map<String, Map<Integer, JsonNode>> events = events();
        Fold fold = new Fold();
        for (Submission submission : scene.sending().submissions()) {
            SentFile file = submission.file();
            Map<Integer, JsonNode> sent = events.getOrDefault(submission.id(), Map.of());
            Map<Integer, String> became = outcomes.of(submission);
            differences.addAll(outcomes.contradictions(submission));
            long sequence = sent.values().stream()
                    .mapToLong(event -> event.path("sequence").asLong())
                    .findFirst()
                    .orElse(0);
            Map<String, Long> counts = new TreeMap<>();
            for (int line = 2; line <= file.lines().size(); line++) {
                String text = file.lines().get(line - 1);
                JsonNode event = sent.get(line);
                String outcome = became.get(line);
                if (event == null || !event.path("record").asText().equals(text)) {
                    differences.add("line " + line + " of " + file.name() + " has no event of its own");
                } else if (outcome == null) {
                    differences.add("line " + line + " of " + file.name() + " has no outcome");
                } else {
                    counts.merge(outcome.toLowerCase(Locale.ROOT), 1L, Long::sum);
                    if (KNOWN.contains(outcome)) {
                        fold.add(
                                new Fold.Version(file.headerTimestamp(), sequence, line),
                                text,
                                schoolYear(file.headerTimestamp()));
                    }
                }
            }
            if (sent.size() != file.records() || became.size() != file.records()) {
                differences.add(file.name() + " has " + file.records() + " lines, " + sent.size() + " events and "
                        + became.size() + " outcomes");
            }
            compareCounts(submission, counts, patience);
            compareRejections(file, counts);
        }
        return fold;
    }

    private Map<String, Map<Integer, JsonNode>> events() throws IOException, InterruptedException {
        Map<String, Map<Integer, JsonNode>> events = new HashMap<>();
        for (ConsumerRecord<String, byte[]> message : scene.topics().since(Topic.RECORD_SUBMITTED)) {
            JsonNode event;
            try {
                event = JSON.readTree(message.value());
            } catch (IOException poison) {
                continue;
            }
            if (!event.hasNonNull("submissionId")) {
                // JSON, but a stranger's: poison too.
                continue;
            }
            // What a newer version adds is no other event.
            event.properties().removeIf(field -> field.getKey().startsWith(Poison.ADDED_LATER));
            int line = event.path("line").asInt();
            String submission = event.path("submissionId").asText();
            JsonNode before =
                    events.computeIfAbsent(submission, id -> new HashMap<>()).put(line, event);
            if (before != null && !before.equals(event)) {
                differences.add("line " + line + " of " + submission + " has two different events");
            }
        }
        return events;
    }

    /** What was held may still become something else when its submission is complete. */
    private void compareCounts(Submission submission, Map<String, Long> counts, Duration patience)
            throws IOException, InterruptedException {
        Map<String, Long> expected = new TreeMap<>(counts);
        expected.put("total", (long) submission.file().records());
        if (!eventually(patience, () -> countedByIntake(submission).equals(expected))) {
            differences.add("intake counts " + countedByIntake(submission) + " of "
                    + submission.file().name() + ", the topics " + expected);
        }
    }

    private Map<String, Long> countedByIntake(Submission submission) throws IOException, InterruptedException {
        JsonNode records = scene.sending().asked(submission).path("records");
        Map<String, Long> said = new TreeMap<>();
        records.properties().forEach(count -> {
            if (count.getValue().asLong() > 0) {
                said.put(count.getKey(), count.getValue().asLong());
            }
        });
        return said;
    }

    /** A system that loses its bearings rejects or holds what is good, and then everything else agrees with that. */
    private void compareRejections(SentFile file, Map<String, Long> counts) {
        long rejected = counts.getOrDefault("rejected", 0L);
        long held = counts.getOrDefault("held", 0L);
        boolean right = scene.isOrdered() ? rejected == file.rejected() : rejected >= file.wrong();
        if (!right || held != file.held()) {
            differences.add(file.name() + " has " + rejected + " rejected lines and " + held + " held ones, but "
                    + (scene.isOrdered() ? "exactly " + file.rejected() : "at least " + file.wrong())
                    + " must be rejected and " + file.held() + " held");
        }
    }

    private Map<String, Long> reported(String day) throws IOException, InterruptedException {
        return Members.reported(scene.aim().as("opi"), scene.work().districts(), day);
    }

    /** Their topic says of each line last whether it waits, and reporting has followed it. */
    private void lookAtHeldLines(View view, Duration patience) throws IOException, InterruptedException {
        List<String> districts = scene.work().districts();
        Set<String> waiting = view.held(districts);
        Set<String> told = new HashSet<>();
        for (ConsumerRecord<String, byte[]> message : scene.topics().since(Topic.RECORD_HELD)) {
            if (message.value() == null) {
                told.remove(message.key());
            } else if (isOf(districts, message.value())) {
                told.add(message.key());
            }
        }
        if (!told.equals(waiting)) {
            differences.add("lines that wait: " + Differences.first(waiting) + " by the view, "
                    + Differences.first(told) + " as told");
        }
        if (!eventually(patience, () -> view.followedHeld(districts).equals(waiting))) {
            differences.add("lines that wait: " + Differences.first(waiting) + " by the view, "
                    + Differences.first(view.followedHeld(districts)) + " by reporting");
        }
    }

    private static boolean isOf(List<String> districts, byte[] value) {
        try {
            return districts.contains(
                    JSON.readTree(value).path("districtNumber").asText());
        } catch (IOException poison) {
            return false;
        }
    }

    /** Of every unreadable message one dead letter of each service that reads its topic, and of nothing else any. */
    private void lookAtDeadLetters() throws IOException, InterruptedException {
        Set<String> found = new HashSet<>();
        for (ConsumerRecord<String, byte[]> message : scene.topics().since(Topic.DEAD_LETTER)) {
            String text = new String(message.value(), StandardCharsets.UTF_8);
            JsonNode letter = JSON.readTree(text);
            String topic = letter.path("sourceTopic").asText();
            int partition = letter.path("sourcePartition").asInt();
            long offset = letter.path("sourceOffset").asLong();
            // Whoever reads again from the first message meets what was unreadable in earlier trials, and says so
            // again.
            if (!scene.topics().isOlder(topic, partition, offset)) {
                found.add(topic + ":" + partition + ":" + offset);
            }
            if (text.contains(Poison.MARK)) {
                differences.add("a dead letter tells what its message held");
            }
        }
        Set<String> expected = scene.poison().places();
        if (!found.equals(expected)) {
            Set<String> lost = new HashSet<>(expected);
            lost.removeAll(found);
            found.removeAll(expected);
            differences.add("dead letters: " + lost.size() + " are missing " + Differences.first(lost) + ", "
                    + found.size() + " are of something readable " + Differences.first(found));
        }
    }

    private static int schoolYear(String headerTimestamp) {
        LocalDateTime at = LocalDateTime.parse(headerTimestamp);
        return at.getMonthValue() >= 7 ? at.getYear() + 1 : at.getYear();
    }

    /** Something to ask again and again; no answer is no. */
    private interface Question {
        boolean ask() throws IOException, InterruptedException;
    }

    private static boolean eventually(Duration patience, Question question) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < deadline) {
            try {
                if (question.ask()) {
                    return true;
                }
            } catch (IOException notYet) {
                // Asked again below; the last attempt tells what is wrong.
                Thread.sleep(200);
            }
            Thread.sleep(50);
        }
        return question.ask();
    }
}
