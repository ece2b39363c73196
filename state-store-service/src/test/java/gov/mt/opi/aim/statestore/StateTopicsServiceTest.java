package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.publication.Publication;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.contracts.topic.TopicPage;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
class StateTopicsServiceTest {

    @Inject
    DataSource database;

    @Inject
    StateTopicsScene scene;

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void aNewConsumerThatReadsFromTheBeginningEndsWithExactlyTheView() throws SQLException {
        scene.aHistoryOfDistrict("81");
        UUID wrong = scene.keyOfTheEnrollmentIn("810000002", "702");
        scene.takeOut(wrong);
        Map<String, Map<String, String>> view = ViewRows.read(database, "81000000");
        assertThat(view).as("things of the view").hasSize(9).doesNotContainKey(wrong.toString());

        assertThat(scene.readFromTheBeginning("81000000")).isEqualTo(view);
    }

    @Test
    void aStateEventHasTheHeadersOfACloudEventAndNoPersonInThem() {
        scene.aHistoryOfDistrict("82");
        for (Topic topic : StateTopicsScene.STATE_TOPICS) {
            ConsumerRecord<String, byte[]> message =
                    scene.messages(topic, "82000000").get(0);
            StateChanged value = ServiceScene.value(message, StateChanged.class);
            assertThat(TopicProbe.header(message, "ce_specversion")).isEqualTo("1.0");
            assertThat(TopicProbe.header(message, "ce_type")).isEqualTo("aim.state.changed");
            assertThat(TopicProbe.header(message, "ce_source")).isEqualTo("/aim/state-store-service");
            assertThat(TopicProbe.header(message, "ce_id")).isEqualTo(message.key() + ":" + value.version());
            assertThat(TopicProbe.header(message, "ce_time")).isNotBlank();
            assertThat(TopicProbe.header(message, "content-type")).isEqualTo("application/json");
            assertThat(UUID.fromString(message.key())).isNotNull();
            message.headers().forEach(header -> assertThat(new String(header.value(), StandardCharsets.UTF_8))
                    .doesNotContain(value.stateId()));
        }
    }

    @Test
    void everyStateEventIsWhatItsSchemaSays() throws IOException {
        ObjectMapper json = new ObjectMapper();
        scene.aHistoryOfDistrict("87");
        for (Topic topic : StateTopicsScene.STATE_TOPICS) {
            JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7)
                    .getSchema(json.readTree(
                            Publication.schema(TopicPage.of(topic).event()).orElseThrow()));
            for (ConsumerRecord<String, byte[]> message : scene.messages(topic, "87000000")) {
                assertThat(schema.validate(json.readTree(message.value())))
                        .as(topic.topicName())
                        .isEmpty();
            }
        }
    }
}
