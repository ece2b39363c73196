package gov.mt.opi.aim.contracts.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.contracts.topic.TopicPage;
import java.util.Map;

/** The AsyncAPI 3 document: a page for every topic, the headers of all messages, the schemas and examples of the events. */
final class AsyncApi {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String KAFKA_BINDING = "0.5.0";
    private static final String GONE = "gone";

    private static final String ABOUT =
            """
            What AIM, Montana's statewide student-data collection, tells on Kafka.

            **Headers.** Every message carries the CloudEvents 1.0 attributes as headers (binary mode). Names, birth \
            dates and State IDs stand in values only, never in keys, headers or topic names. Batches are compressed with LZ4: the client needs that codec.

            **Delivery** is at least once. Whatever comes twice comes with the same `ce_id` and means the same: know what \
            you have seen, or write so that a repetition changes nothing.

            **State topics** are compacted: read one from its beginning and you end with the statewide view as it is, \
            then go on reading. Of one thing the state with the greatest `version` holds. A record that is held is not in \
            the view, and so not here, until the cause is gone.

            **Versions.** Within v1 fields, codes and events are only added. Ignore what you do not know.
            """;

    private AsyncApi() {}

    static ObjectNode document(Map<String, ObjectNode> schemas) {
        ObjectNode document = JSON.createObjectNode();
        document.put("asyncapi", "3.0.0");
        document.putObject("info")
                .put("title", "AIM events")
                .put("version", "1.0.0")
                .put("description", ABOUT)
                .putObject("license")
                .put("name", "See LICENSE");
        document.put("defaultContentType", "application/json");
        document.putObject("servers")
                .putObject("aim")
                .put("host", "{broker}")
                .put("protocol", "kafka")
                .put("description", "The broker of the installation; 127.0.0.1:9092 in the local run.")
                .putObject("variables")
                .putObject("broker")
                .put("default", "127.0.0.1:9092")
                .put("description", "Host and port of the Kafka broker.");
        ObjectNode channels = document.putObject("channels");
        ObjectNode operations = document.putObject("operations");
        ObjectNode components = document.putObject("components");
        ObjectNode messages = components.putObject("messages");
        ObjectNode published = components.putObject("schemas");
        for (TopicPage page : TopicPage.all()) {
            channels.set(page.event(), channel(page));
            operations.set(page.event(), operation(page));
            messages.set(page.event(), message(page));
            published.set(page.event(), payload(schemas.get(page.event())));
        }
        messages.set(GONE, tombstone());
        return document;
    }

    private static ObjectNode channel(TopicPage page) {
        ObjectNode channel = JSON.createObjectNode();
        channel.put("address", page.topic().topicName());
        channel.put("title", page.topic().topicName());
        channel.put("description", page(page));
        ObjectNode messages = channel.putObject("messages");
        messages.set(page.event(), reference("#/components/messages/" + page.event()));
        if (isState(page)) {
            messages.set(GONE, reference("#/components/messages/" + GONE));
        }
        ObjectNode settings = JSON.createObjectNode();
        boolean compacted = page.topic().kind() == Topic.Kind.COMPACTED;
        settings.putArray("cleanup.policy").add(compacted ? "compact" : "delete");
        settings.put(compacted ? "delete.retention.ms" : "retention.ms", Topic.EVENT_RETENTION.toMillis());
        ObjectNode kafka = channel.putObject("bindings").putObject("kafka");
        kafka.put("topic", page.topic().topicName());
        kafka.set("topicConfiguration", settings);
        kafka.put("bindingVersion", KAFKA_BINDING);
        return channel;
    }

    private static String page(TopicPage page) {
        String retention = page.topic().kind() == Topic.Kind.COMPACTED
                ? "Compacted: the newest value of every key is kept for ever; that a key is gone is told for "
                        + Topic.EVENT_RETENTION.toDays() + " days."
                : "Kept for " + Topic.EVENT_RETENTION.toDays() + " days.";
        return "**Key.** " + page.key() + "\n\n**Ordering.** " + page.ordering() + "\n\n**Retention.** " + retention
                + "\n\n**A message without a value.** " + page.gone() + "\n\n**Written by** "
                + String.join(", ", page.from()) + ".\n";
    }

    /** In the words of AsyncAPI, AIM sends; whoever reads the document receives. */
    private static ObjectNode operation(TopicPage page) {
        ObjectNode operation = JSON.createObjectNode();
        operation.put("action", "send");
        operation.set("channel", reference("#/channels/" + page.event()));
        operation.put("summary", Javadoc.of(page.type()).summary());
        return operation;
    }

    private static ObjectNode message(TopicPage page) {
        ObjectNode message = JSON.createObjectNode();
        message.put("name", page.event());
        message.put("title", page.event());
        message.put("summary", Javadoc.of(page.type()).summary());
        message.put("contentType", "application/json");
        message.set("headers", headers(page));
        message.set("payload", reference("#/components/schemas/" + page.event()));
        message.set("bindings", keyBinding(page.key()));
        ObjectNode example = message.putArray("examples").addObject();
        example.put("name", "key " + page.keyExample());
        example.set("headers", exampleHeaders(page));
        example.set("payload", Examples.of(page.event()));
        return message;
    }

    private static ObjectNode tombstone() {
        ObjectNode message = JSON.createObjectNode();
        message.put("name", GONE);
        message.put("title", "The thing is gone");
        message.put("summary", "A message without a value (tombstone): forget the thing of this key.");
        message.putObject("payload").put("type", "null");
        message.set("bindings", keyBinding("The opaque UUID of the thing that is gone."));
        return message;
    }

    private static ObjectNode keyBinding(String key) {
        ObjectNode bindings = JSON.createObjectNode();
        ObjectNode kafka = bindings.putObject("kafka");
        kafka.putObject("key").put("type", "string").put("description", key);
        kafka.put("bindingVersion", KAFKA_BINDING);
        return bindings;
    }

    private static ObjectNode headers(TopicPage page) {
        ObjectNode headers = JSON.createObjectNode();
        headers.put("type", "object");
        ObjectNode properties = headers.putObject("properties");
        properties.putObject("ce_specversion").put("type", "string").put("const", "1.0");
        properties
                .putObject("ce_id")
                .put("type", "string")
                .put("description", "The same whenever the same fact is sent again.");
        ArrayNode sources =
                properties.putObject("ce_source").put("type", "string").putArray("enum");
        page.from().forEach(service -> sources.add("/aim/" + service));
        ArrayNode types = properties.putObject("ce_type").put("type", "string").putArray("enum");
        page.types().forEach(types::add);
        properties
                .putObject("ce_time")
                .put("type", "string")
                .put("format", "date-time")
                .put("description", "When it was sent.");
        properties.putObject("content-type").put("type", "string").put("const", "application/json");
        ArrayNode required = headers.putArray("required");
        properties.fieldNames().forEachRemaining(required::add);
        return headers;
    }

    private static ObjectNode exampleHeaders(TopicPage page) {
        return JSON.createObjectNode()
                .put("ce_specversion", "1.0")
                .put("ce_id", isState(page) ? page.keyExample() + ":3" : exampleId(page))
                .put("ce_source", "/aim/" + page.from().get(page.from().size() - 1))
                .put("ce_type", page.types().get(page.types().size() > 1 ? 1 : 0))
                .put("ce_time", "2007-03-15T23:01:12.400Z")
                .put("content-type", "application/json");
    }

    private static String exampleId(TopicPage page) {
        String submission = "01957b2e-8f30-7c1a-9d42-5b0f6a7e1c33";
        return switch (page.topic()) {
            case SUBMISSION -> submission + ":completed";
            case RECORD_SUBMITTED, RECORD_ACCEPTED -> submission + ":2";
            case RECORD_OUTCOME -> submission + ":3";
            case RECORD_HELD -> submission + ":3:1174000872400000";
            case DEAD_LETTER -> "aim.record.accepted.v1:3:40711";
            case SNAPSHOT -> page.keyExample();
            default -> "5a3c7f0e-3f0b-4d0a-8a53-0c8f4b6a9d11";
        };
    }

    /** Schemas of the document are found by their place in it, not by an address of their own. */
    private static ObjectNode payload(ObjectNode schema) {
        ObjectNode payload = schema.deepCopy();
        payload.remove("$schema");
        payload.remove("$id");
        return payload;
    }

    private static boolean isState(TopicPage page) {
        return page.topic().topicName().startsWith("aim.state.");
    }

    private static ObjectNode reference(String to) {
        return JSON.createObjectNode().put("$ref", to);
    }
}
