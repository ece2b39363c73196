package gov.mt.opi.aim.validation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.topic.Topic;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The catalogue, layouts and code lists over HTTP. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class CatalogueServiceTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Test
    void servesTheWholeCatalogueOnOnePage() {
        opi().get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("total", equalTo(RuleCatalogue.all().size()))
                .body("items", hasSize(RuleCatalogue.all().size()))
                .body("items.id", hasItems("FILE-001", "EN-131", "COL-012"));
    }

    @Test
    void servesOneRule() {
        opi().get("/api/v1/rules/EN-131")
                .then()
                .statusCode(200)
                .body("id", equalTo("EN-131"))
                .body("severity", equalTo("ERROR"))
                .body("service", equalTo("validation"))
                .body("fields", equalTo("13 Dropout Reason"))
                .body("text", equalTo("Required when End Status is 300, 310, 320, 330 or 340"))
                .body("bad", equalTo("`300` + blank"))
                .body("specSection", equalTo("2.6"));
    }

    @Test
    void narrowsTheCatalogueToOneService() {
        opi().queryParam("service", "intake")
                .queryParam("severity", "FATAL")
                .get("/api/v1/rules")
                .then()
                .statusCode(200)
                .body("total", greaterThan(10))
                .body("items.service", everyItem(equalTo("intake")))
                .body("items.severity", everyItem(equalTo("FATAL")));
    }

    @Test
    void servesTheLayouts() {
        opi().get("/api/v1/layouts").then().statusCode(200).body("items.recordType", hasItems("SD", "EN", "PP", "AT"));
        opi().get("/api/v1/layouts/EN")
                .then()
                .statusCode(200)
                .body("section", equalTo("2.6"))
                .body("fields", hasSize(14))
                .body("fields[7].number", equalTo(8))
                .body("fields[7].name", equalTo("Service Type"))
                .body("fields[7].property", equalTo("serviceType"))
                .body("fields[7].length", equalTo(1))
                .body("fields[7].required", equalTo("YES"))
                .body("fields[7].format", equalTo("CODE"))
                .body("fields[7].codeList", equalTo("service-type"))
                .body("fields[7].default", equalTo("P"))
                .body("fields[8].codeList", nullValue());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "start-status", "end-status", "dropout-reason", "service-type", "race-ethnicity", "suffix",
                        "grade-level",
                "language", "lep-status", "aggregate-hours", "nighttime-residence", "lunch", "title-i-program", "gender"
            })
    void servesEveryCodeList(String list) {
        opi().get("/api/v1/codes/" + list)
                .then()
                .statusCode(200)
                .body("name", equalTo(list))
                .body("codes.code", hasItem(greaterThan("")))
                .body("codes.description", hasItem(greaterThan("")));
    }

    @Test
    void listsTheCodeLists() {
        opi().get("/api/v1/codes").then().statusCode(200).body("items.name", hasItem("grade-level"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/v1/rules/XX-999", "/api/v1/layouts/en", "/api/v1/layouts/HD", "/api/v1/codes/shoes"})
    void answers404ForWhatIsNotThere(String address) {
        opi().get(address).then().statusCode(404).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"page=-1", "page=x", "size=0", "size=1001", "size=ten", "severity=loud"})
    void refusesNonsenseInParameters(String query) {
        opi().get("/api/v1/rules?" + query).then().statusCode(400).contentType("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/rules",
                "/api/v1/rules/EN-131",
                "/api/v1/layouts",
                "/api/v1/layouts/EN",
                "/api/v1/codes",
                "/api/v1/codes/suffix"
            })
    void answersNobodyWhoIsNotSignedIn(String address) {
        given().get(address).then().statusCode(401).contentType("application/problem+json");
        given().auth().preemptive().basic("opi", "wrong").get(address).then().statusCode(401);
    }

    @Test
    void answersADistrictToo() {
        try (TopicProbe probe = new TopicProbe(bootstrapServers)) {
            probe.send(Topic.REGISTRY_DISTRICT.topicName(), "77", EventJson.write(new District("77", "District")));
        }
        RequestSpecification district = given().auth().preemptive().basic("district-77", "district-77");
        district.get("/api/v1/layouts/SD").then().statusCode(200);
        given().auth()
                .preemptive()
                .basic("district-78", "district-78")
                .get("/api/v1/layouts/SD")
                .then()
                .statusCode(401);
    }

    @Test
    void isReadyOnceTheRegistryIsRead() throws InterruptedException {
        for (int attempt = 0; attempt < 100 && given().get("/q/health/ready").statusCode() != 200; attempt++) {
            Thread.sleep(100);
        }
        given().get("/q/health/ready").then().statusCode(200).body("checks.name", hasItem("registry is read"));
    }

    private static RequestSpecification opi() {
        return given().auth().preemptive().basic("opi", "opi");
    }
}
