package gov.mt.opi.aim.contracts.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Within v1 events only grow. */
class CompatibilityTest {

    static final Path BASELINE = Path.of("src/test/resources/baseline-v1");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, ObjectNode> SCHEMAS = new EventSchemas().all();

    @Test
    void whatWasPublishedOnceHolds() throws IOException {
        try (Stream<Path> published = Files.list(BASELINE)) {
            List<Path> files = published.sorted().toList();
            assertThat(files).as("schemas of the baseline").isNotEmpty();
            for (Path file : files) {
                String event = file.getFileName().toString().replace(".schema.json", "");
                assertThat(SCHEMAS).as("an event that readers know is gone").containsKey(event);
                assertThat(Compatibility.breaks(JSON.readTree(Files.readString(file)), SCHEMAS.get(event)))
                        .as(
                                "%s would break its readers. Within v1 only add: keep the old field beside the new one, or"
                                        + " make a new event on a topic of its own",
                                event)
                        .isEmpty();
            }
        }
    }

    static Stream<Arguments> breakingEdits() {
        return Stream.of(
                edit("a field is gone", schema -> properties(schema).remove("grade"), "/properties/grade: gone"),
                edit(
                        "a field has another type",
                        schema -> field(schema, "year").put("type", "string"),
                        "/properties/year/type: was \"integer\", is \"string\""),
                edit(
                        "a field is not always there any more",
                        schema -> ((ArrayNode) schema.get("required")).remove(0),
                        "/required/contractVersion: no longer always there"),
                edit(
                        "a code is gone",
                        schema -> ((ArrayNode) field(schema, "serviceType").get("enum")).remove(0),
                        "/properties/serviceType/enum/P: no longer a value"),
                edit(
                        "a free field gets codes",
                        schema -> field(schema, "localId").putArray("enum").add("1"),
                        "/properties/localId/enum: values are restricted that were free"),
                edit(
                        "a field may be longer",
                        schema -> field(schema, "localId").put("maxLength", 20),
                        "/properties/localId/maxLength: was 15, is 20"),
                edit(
                        "a field has another format",
                        schema -> field(schema, "startDate").remove("format"),
                        "/properties/startDate/format: was \"date\", is null"),
                edit(
                        "a field of a part is gone",
                        schema -> ((ObjectNode) field(schema, "source").get("properties")).remove("line"),
                        "/properties/source/properties/line: gone"),
                edit(
                        "unknown fields are forbidden",
                        schema -> schema.put("additionalProperties", false),
                        "/additionalProperties: changed"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("breakingEdits")
    void refuses(String what, Consumer<ObjectNode> edit, String told) {
        ObjectNode published = SCHEMAS.get("enrollment");
        ObjectNode edited = published.deepCopy();
        edit.accept(edited);
        assertThat(Compatibility.breaks(published, edited)).containsExactly(told);
    }

    static Stream<Arguments> additions() {
        return Stream.of(
                edit(
                        "a new field",
                        schema -> properties(schema).putObject("diplomaDate").put("type", "string"),
                        ""),
                edit("a field is always there now", schema -> ((ArrayNode) schema.get("required")).add("localId"), ""),
                edit(
                        "a new code",
                        schema -> ((ArrayNode) field(schema, "serviceType").get("enum")).add("Q"),
                        ""),
                edit("better words", schema -> field(schema, "grade").put("description", "The grade."), ""));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("additions")
    void welcomes(String what, Consumer<ObjectNode> edit, String nothing) {
        ObjectNode published = SCHEMAS.get("enrollment");
        ObjectNode edited = published.deepCopy();
        edit.accept(edited);
        assertThat(Compatibility.breaks(published, edited)).isEmpty();
    }

    @Test
    void aCaseOfARecordTypeMayNotGo() {
        ObjectNode published = SCHEMAS.get("record-accepted");
        ObjectNode edited = published.deepCopy();
        ((ArrayNode) edited.get("allOf")).remove(3);
        assertThat(Compatibility.breaks(published, edited)).containsExactly("/allOf/3: gone");
        ObjectNode narrower = published.deepCopy();
        ((ObjectNode) narrower.at("/allOf/1/then/properties/fields/properties")).remove("grade");
        assertThat(Compatibility.breaks(published, narrower))
                .containsExactly("/allOf/1/then/properties/fields/properties/grade: gone");
    }

    private static Arguments edit(String what, Consumer<ObjectNode> edit, String told) {
        return Arguments.of(what, edit, told);
    }

    private static ObjectNode properties(JsonNode schema) {
        return (ObjectNode) schema.get("properties");
    }

    private static ObjectNode field(JsonNode schema, String name) {
        return (ObjectNode) schema.get("properties").get(name);
    }
}
