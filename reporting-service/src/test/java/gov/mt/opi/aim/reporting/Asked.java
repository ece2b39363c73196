package gov.mt.opi.aim.reporting;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import org.eclipse.microprofile.config.ConfigProvider;

/** Calls of the API as a user of the local run. */
public final class Asked {

    private Asked() {}

    /** Told the port, because RestAssured learns it only before each test, not before all of them. */
    private static RequestSpecification caller() {
        return given().port(ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class));
    }

    public static Response get(String user, String path) {
        return caller().urlEncodingEnabled(false)
                .auth()
                .preemptive()
                .basic(user, user)
                .get(path);
    }

    /** The answer of OPI's call, which must succeed. */
    public static JsonPath json(String path) {
        Response answer = get("opi", path);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        return answer.jsonPath();
    }

    public static String csv(String path) {
        return caller().urlEncodingEnabled(false)
                .auth()
                .preemptive()
                .basic("opi", "opi")
                .accept("text/csv")
                .get(path)
                .asString();
    }

    public static Response post(String user, String path, String body) {
        return caller().auth()
                .preemptive()
                .basic(user, user)
                .contentType("application/json")
                .body(body)
                .post(path);
    }

    public static Response put(String user, String path, String body) {
        return caller().auth()
                .preemptive()
                .basic(user, user)
                .contentType("application/json")
                .body(body)
                .put(path);
    }
}
