package gov.mt.opi.aim.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.faults.scene.Poison;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What was there before is read again: by a newer version, or to make the counts anew. */
final class Replays {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REBUILD = "/api/v1/read-model/rebuild";

    private Replays() {}

    static List<Fault> all() {
        List<Fault> faults = new ArrayList<>();
        for (Service service : Service.values()) {
            faults.add(new Fault(
                    "newer-events-" + Crashes.name(service),
                    service.module()
                            + " reads what a newer version of its neighbour wrote, with fields that it does not know",
                    false,
                    scene -> newer(scene, service)));
        }
        faults.add(new Fault(
                "rebuild-reporting",
                "the read model of reporting is made again from the first message while files are on their way",
                false,
                scene -> {
                    scene.sending().finish(scene.work().wave(1));
                    scene.sending().begin(2, 3);
                    scene.awaitPart(
                            Topic.RECORD_ACCEPTED, 0.3 + 0.4 * scene.dice().nextDouble());
                    scene.struck("rebuild");
                    rebuild(scene);
                }));
        faults.add(new Fault(
                "kill-rebuild",
                "kill -9 of reporting in the middle of a rebuild, which is then asked for again",
                false,
                scene -> {
                    scene.sending().finish(scene.work().wave(1));
                    scene.sending().begin(2);
                    begin(scene);
                    scene.pause(500);
                    scene.aim().kill(Service.REPORTING);
                    scene.aim().startAgain(Service.REPORTING);
                    rebuild(scene);
                }));
        return List.copyOf(faults);
    }

    private static void begin(Scene scene) throws Exception {
        Api.Answer answer = scene.aim().as("opi").post(Service.REPORTING, REBUILD);
        scene.require(answer.status() / 100 == 2, "a rebuild was answered " + answer.status());
    }

    /** Has the read model made again, and waits until it is. */
    static void rebuild(Scene scene) throws Exception {
        begin(scene);
        String state = "RUNNING";
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (state.equals("RUNNING") && System.nanoTime() < deadline) {
            Thread.sleep(100);
            state = scene.aim()
                    .as("opi")
                    .get(Service.REPORTING, REBUILD)
                    .path("state")
                    .asText();
        }
        scene.require(state.equals("DONE"), "the rebuild ended as " + state);
    }

    /** The service passes over what its neighbour wrote, and finds copies with more fields instead. */
    private static void newer(Scene scene, Service service) throws Exception {
        List<Messages.Reading> readings = Messages.READS.get(service);
        if (service != Service.INTAKE) {
            scene.aim().process(service).close();
        }
        scene.sending().begin(1);
        scene.sending().awaitSent();
        if (service == Service.INTAKE) {
            scene.awaitPart(Topic.RECORD_SUBMITTED, 1);
            scene.aim().process(service).close();
        }
        awaitNeighbours(scene, service);
        List<ConsumerRecord<String, byte[]>> copies = new ArrayList<>();
        for (Messages.Reading reading : readings) {
            for (Topic topic : reading.topics()) {
                for (ConsumerRecord<String, byte[]> message : scene.topics().since(topic)) {
                    copies.add(withMore(message));
                }
            }
            scene.topics().passOver(reading.group(), reading.topics());
        }
        scene.poison().again(copies);
        scene.note(copies.size() + " events with more fields");
        scene.aim().startAgain(service);
        scene.sending().begin(2);
    }

    /** Waits until everything is on the topics that a service reads. */
    static void awaitNeighbours(Scene scene, Service service) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isWritten(scene, service) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
    }

    private static boolean isWritten(Scene scene, Service service) throws IOException, InterruptedException {
        return switch (service) {
            case VALIDATION ->
                scene.topics().grown(Topic.RECORD_SUBMITTED) >= scene.sending().records();
            case STATE_STORE ->
                scene.topics().grown(Topic.RECORD_ACCEPTED) + scene.topics().grown(Topic.RECORD_OUTCOME)
                        >= scene.sending().records();
            case INTAKE ->
                scene.topics().grown(Topic.RECORD_OUTCOME) >= scene.sending().records();
            case REPORTING -> scene.sending().pending() == 0;
        };
    }

    private static ConsumerRecord<String, byte[]> withMore(ConsumerRecord<String, byte[]> message) throws IOException {
        if (message.value() == null) {
            return message;
        }
        ObjectNode event = (ObjectNode) JSON.readTree(message.value());
        event.put(Poison.ADDED_LATER, "a field of a newer version");
        event.putObject(Poison.ADDED_LATER + "Too").put("deep", 1);
        return new ConsumerRecord<>(
                message.topic(),
                message.partition(),
                message.offset(),
                message.timestamp(),
                message.timestampType(),
                message.serializedKeySize(),
                ConsumerRecord.NULL_SIZE,
                message.key(),
                JSON.writeValueAsBytes(event),
                message.headers(),
                message.leaderEpoch());
    }
}
