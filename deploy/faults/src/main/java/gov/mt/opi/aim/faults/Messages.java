package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.deadletters.DeadLetters;
import gov.mt.opi.aim.deadletters.Letter;
import gov.mt.opi.aim.faults.scene.Poison;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.local.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Messages that nobody can read, that come again, or out of order. */
final class Messages {

    /** What each service reads of what others write, by its consumer groups. */
    static final Map<Service, List<Reading>> READS = Map.of(
            Service.INTAKE, List.of(new Reading("intake", Topic.RECORD_OUTCOME)),
            Service.VALIDATION, List.of(new Reading("validation", Topic.RECORD_SUBMITTED)),
            Service.STATE_STORE, List.of(new Reading("state-store", Topic.RECORD_ACCEPTED)),
            Service.REPORTING,
                    List.of(
                            new Reading(
                                    "reporting",
                                    Topic.STATE_STUDENT,
                                    Topic.STATE_ENROLLMENT,
                                    Topic.STATE_PROGRAM_PARTICIPATION,
                                    Topic.STATE_TEST_WINDOW_ATTENDANCE),
                            new Reading("reporting-held", Topic.RECORD_HELD)));

    /** What a consumer group reads. */
    record Reading(String group, Topic... topics) {}

    private static final int LOST = 20;
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Messages() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        faults.add(new Fault(
                "poison",
                "on every topic that a service reads, messages come between the others that nobody can read",
                true,
                Messages::poison));
        for (Service service : Service.values()) {
            faults.add(new Fault(
                    "redelivery-" + Crashes.name(service),
                    service.module() + " gets everything again that it had read",
                    false,
                    scene -> redelivered(scene, service)));
        }
        faults.add(new Fault(
                "dead-letters-again",
                "records that the state-store gave up on are sent again after the mend",
                false,
                Messages::givenUp));
        faults.add(new Fault(
                "out-of-order",
                "everything that was submitted, accepted and decided is on its topic once more, in no order",
                false,
                Messages::shuffled));
        return List.copyOf(faults);
    }

    private static void poison(Scene scene) throws Exception {
        // Whoever stops following the registry at this does not know the districts of the trials behind this one.
        for (Topic topic : List.of(Topic.REGISTRY_DISTRICT, Topic.REGISTRY_SCHOOL, Topic.REGISTRY_CALENDAR)) {
            scene.poison().ignored(topic, Poison.MARK, "{\"" + Poison.MARK);
            scene.poison().ignored(topic, Poison.MARK, "{\"kind\":\"" + Poison.MARK + "\"}");
        }
        scene.sending().begin(1, 2);
        List<Topic> topics = READS.values().stream()
                .flatMap(List::stream)
                .flatMap(reading -> Stream.of(reading.topics()))
                .sorted()
                .toList();
        for (Topic topic : topics) {
            scene.awaitPart(topic, scene.dice().nextDouble() * 0.5);
            for (String value : List.of("{\"" + Poison.MARK, "[\"" + Poison.MARK + "\"]", "\u0000" + Poison.MARK)) {
                scene.poison().unreadable(topic, key(scene, topic), value);
            }
            // JSON of another kind, as a stranger's program would write it: readable, but no event of AIM.
            scene.poison().unreadable(topic, key(scene, topic), "{\"kind\":\"" + Poison.MARK + "\"}");
            if (topic.kind() == Topic.Kind.EVENTS) {
                // The broker itself refuses a message without a key where it keeps the newest of every key.
                scene.poison().unreadable(topic, null, "{\"lastName\":\"" + Poison.MARK + "\"}");
            }
        }
    }

    private static String key(Scene scene, Topic topic) {
        if (topic.kind() == Topic.Kind.EVENTS) {
            return scene.work().districts().get(scene.dice().nextInt(3));
        }
        return UUID.randomUUID() + (topic == Topic.RECORD_HELD ? ":2" : "");
    }

    private static void redelivered(Scene scene, Service service) throws Exception {
        scene.sending().finish(scene.work().wave(1));
        scene.sending().begin(2);
        scene.awaitPart(Topic.RECORD_ACCEPTED, 0.5 + 0.4 * scene.dice().nextDouble());
        scene.aim().process(service).close();
        for (Reading reading : READS.get(service)) {
            scene.topics().rewind(reading.group(), reading.topics());
        }
        scene.struck("rewound");
        scene.aim().startAgain(service);
    }

    /** As if a mistake of ours, since mended, had made some good records unreadable. */
    private static void givenUp(Scene scene) throws Exception {
        scene.disorder();
        scene.aim().process(Service.STATE_STORE).close();
        scene.sending().begin(1);
        scene.sending().awaitSent();
        Replays.awaitNeighbours(scene, Service.STATE_STORE);
        List<ConsumerRecord<String, byte[]>> messages = scene.topics().since(Topic.RECORD_ACCEPTED);
        List<ConsumerRecord<String, byte[]>> lost = new ArrayList<>(messages);
        Collections.shuffle(lost, scene.dice());
        lost = lost.subList(0, LOST);
        List<ConsumerRecord<String, byte[]>> kept = new ArrayList<>(messages);
        kept.removeAll(lost);
        scene.topics().passOver(Crashes.name(Service.STATE_STORE), Topic.RECORD_ACCEPTED);
        scene.poison().again(kept);
        scene.poison().giveUp("state-store-service", lost);
        scene.aim().startAgain(Service.STATE_STORE);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (scene.sending().pending() > LOST && System.nanoTime() < deadline) {
            Thread.sleep(100);
        }
        scene.require(
                scene.sending().pending() == LOST,
                scene.sending().pending() + " lines wait, and not the " + LOST + " given up on");
        try (DeadLetters letters = new DeadLetters(scene.aim().servers().bootstrapServers())) {
            List<Letter> mine = letters.all().stream()
                    .filter(letter -> scene.poison()
                            .places()
                            .contains(letter.topic() + ":" + letter.partition() + ":" + letter.offset()))
                    .toList();
            scene.require(letters.sendAgain(mine).isEmpty(), "messages that were given up on are gone");
        }
        scene.sending().begin(2);
    }

    private static void shuffled(Scene scene) throws Exception {
        scene.sending().finish(scene.work().wave(1));
        for (Topic topic : List.of(Topic.RECORD_SUBMITTED, Topic.RECORD_ACCEPTED, Topic.RECORD_OUTCOME)) {
            List<ConsumerRecord<String, byte[]>> messages =
                    new ArrayList<>(scene.topics().since(topic));
            Collections.shuffle(messages, scene.dice());
            scene.poison().again(messages);
        }
        scene.sending().begin(2);
    }
}
