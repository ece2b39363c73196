package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ContractServiceTest {

    @Test
    void theAsyncApiDocumentIsServedAsJsonAndAsYaml() {
        as("opi")
                .get("/api/v1/asyncapi")
                .then()
                .statusCode(200)
                .contentType("application/json")
                .body("asyncapi", equalTo("3.0.0"))
                .body("channels.student.address", equalTo("aim.state.student.v1"));
        as("opi")
                .accept("application/yaml")
                .get("/api/v1/asyncapi")
                .then()
                .statusCode(200)
                .contentType(startsWith("application/yaml"))
                .body(startsWith("asyncapi: \"3.0.0\""));
    }

    @Test
    void everyListedSchemaIsThere() {
        List<String> schemas = as("opi")
                .get("/api/v1/schemas")
                .then()
                .statusCode(200)
                .extract()
                .path("schema");
        assertThat(schemas).hasSize(Topic.values().length).contains("/api/v1/schemas/enrollment");
        schemas.forEach(schema -> as("opi")
                .get(schema)
                .then()
                .statusCode(200)
                .body("title", equalTo(schema.substring(schema.lastIndexOf('/') + 1))));
    }

    @Test
    void whatIsNoEventHasNoSchema() {
        as("opi").get("/api/v1/schemas/asyncapi").then().statusCode(404).contentType("application/problem+json");
    }

    @Test
    void nothingIsServedToStrangers() {
        given().get("/api/v1/asyncapi").then().statusCode(401);
        given().get("/api/v1/schemas/student").then().statusCode(401);
    }
}
