package gov.mt.opi.aim.contracts.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.contracts.topic.TopicPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The published documents say what the declarations say. {@code -Daim.documentation=write} writes them; what would break a reader
 * is not written.
 */
class PublicationTest {

    private static final boolean WRITE = "write".equals(System.getProperty("aim.documentation"));
    private static final Path RESOURCES = Path.of("src/main/resources/gov/mt/opi/aim/contracts/publication");
    private static final Path DOCS = Path.of("../docs");

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final ObjectWriter PRETTY = JSON.writerWithDefaultPrettyPrinter();
    private static final YAMLMapper YAML = YAMLMapper.builder(YAMLFactory.builder()
                    .stringQuotingChecker(new DatesAndNumbersQuoted())
                    .build())
            .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
            .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
            .enable(YAMLGenerator.Feature.LITERAL_BLOCK_STYLE)
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .disable(YAMLGenerator.Feature.SPLIT_LINES)
            .build();

    private static final Map<String, ObjectNode> SCHEMAS = new EventSchemas().all();
    private static final ObjectNode ASYNC_API = AsyncApi.document(SCHEMAS);

    @BeforeAll
    static void publishWhenAsked() throws IOException {
        if (!WRITE) {
            return;
        }
        for (String event : SCHEMAS.keySet()) {
            Path published = CompatibilityTest.BASELINE.resolve(event + ".schema.json");
            if (Files.exists(published)) {
                assertThat(Compatibility.breaks(JSON.readTree(Files.readString(published)), SCHEMAS.get(event)))
                        .as("%s is not written, because it would break its readers", event)
                        .isEmpty();
            }
        }
        for (Map.Entry<Path, String> document : documents().entrySet()) {
            Files.createDirectories(document.getKey().getParent());
            Files.writeString(document.getKey(), document.getValue());
        }
    }

    @Test
    void theDocumentsAreUpToDate() throws IOException {
        for (Map.Entry<Path, String> document : documents().entrySet()) {
            assertThat(document.getKey())
                    .as(
                            "not up to date: run `mvn -pl contracts test -Daim.documentation=write` and commit what it wrote")
                    .hasContent(document.getValue());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyTopicHasItsPage(Topic topic) {
        TopicPage page = TopicPage.of(topic);
        JsonNode channel = ASYNC_API.at("/channels/" + page.event());
        assertThat(channel.get("address").asText()).isEqualTo(topic.topicName());
        assertThat(channel.get("description").asText())
                .contains("**Key.**", "**Ordering.**", "**Retention.**", "**A message without a value.**");
        assertThat(channel.at("/bindings/kafka/topicConfiguration/cleanup.policy/0")
                        .asText())
                .isEqualTo(topic.kind() == Topic.Kind.COMPACTED ? "compact" : "delete");
    }

    @ParameterizedTest
    @EnumSource
    void everyExampleIsWhatItsSchemaSays(Topic topic) {
        String event = TopicPage.of(topic).event();
        assertThat(JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                        .getSchema(SCHEMAS.get(event))
                        .validate(ASYNC_API.at("/components/messages/" + event + "/examples/0/payload")))
                .isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyPropertyIsExplained(Topic topic) {
        ObjectNode schema = SCHEMAS.get(TopicPage.of(topic).event());
        assertThat(schema.get("description").asText()).isNotBlank();
        schema.get("properties").properties().forEach(property -> assertThat(
                        property.getValue().path("description").asText())
                .as(
                        "the @param %s of %s",
                        property.getKey(), TopicPage.of(topic).type().getSimpleName())
                .isNotBlank());
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        ASYNC_API.findValuesAsText("$ref").forEach(reference -> assertThat(
                        ASYNC_API.at(reference.substring(1)).isMissingNode())
                .as(reference)
                .isFalse());
    }

    @Test
    void theDocumentsAreServedFromTheModule() throws IOException {
        assumeThat(WRITE)
                .as("what was written is on the class path after the next build")
                .isFalse();
        assertThat(Publication.events()).hasSize(Topic.values().length).doesNotHaveDuplicates();
        for (String event : Publication.events()) {
            assertThat(JSON.readTree(Publication.schema(event).orElseThrow())).isEqualTo(SCHEMAS.get(event));
        }
        assertThat(Publication.schema("../asyncapi")).isEqualTo(Optional.empty());
        assertThat(JSON.readTree(Publication.asyncApiJson()))
                .isEqualTo(JSON.readTree(JSON.writeValueAsBytes(ASYNC_API)));
        assertThat(YAML.readTree(Publication.asyncApiYaml())).isEqualTo(JSON.readTree(Publication.asyncApiJson()));
    }

    /** Readers of YAML 1.1 take a bare date for more than a text. */
    private static final class DatesAndNumbersQuoted extends StringQuotingChecker.Default {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean needToQuoteValue(String value) {
            return super.needToQuoteValue(value) || !value.isEmpty() && Character.isDigit(value.charAt(0));
        }
    }

    private static Map<Path, String> documents() throws JsonProcessingException {
        Map<Path, String> documents = new LinkedHashMap<>();
        for (Map.Entry<String, ObjectNode> schema : SCHEMAS.entrySet()) {
            String json = PRETTY.writeValueAsString(schema.getValue()) + "\n";
            documents.put(RESOURCES.resolve(schema.getKey() + ".schema.json"), json);
            documents.put(CompatibilityTest.BASELINE.resolve(schema.getKey() + ".schema.json"), json);
        }
        documents.put(RESOURCES.resolve("asyncapi.json"), PRETTY.writeValueAsString(ASYNC_API) + "\n");
        documents.put(DOCS.resolve("asyncapi.yaml"), YAML.writeValueAsString(ASYNC_API));
        return documents;
    }
}
