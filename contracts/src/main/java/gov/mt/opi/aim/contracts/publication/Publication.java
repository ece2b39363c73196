package gov.mt.opi.aim.contracts.publication;

import gov.mt.opi.aim.contracts.topic.TopicPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The published documents, as bytes in UTF-8. */
public final class Publication {

    private static final String ASYNC_API = "asyncapi";

    private Publication() {}

    /** The events that have a schema, in the order of their topics. */
    public static List<String> events() {
        return TopicPage.all().stream().map(TopicPage::event).toList();
    }

    /** The JSON Schema (draft 7) of an event, for example {@code student}. */
    public static Optional<byte[]> schema(String event) {
        return events().contains(event) ? Optional.of(read(event + ".schema.json")) : Optional.empty();
    }

    /** The AsyncAPI 3 document as JSON. */
    public static byte[] asyncApiJson() {
        return read(ASYNC_API + ".json");
    }

    /** The AsyncAPI 3 document as YAML. */
    public static byte[] asyncApiYaml() {
        return read(ASYNC_API + ".yaml");
    }

    private static byte[] read(String name) {
        try (InputStream file = Publication.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("the contracts lack " + name);
            }
            return file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
