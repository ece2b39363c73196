package gov.mt.opi.aim.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.generator.GeneratedState;
import gov.mt.opi.aim.generator.Plan;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Folder;
import gov.mt.opi.aim.local.Ports;
import gov.mt.opi.aim.local.RunningAim;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A state of 5,000 students as its districts would send it: what is counted equals what the lines say. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GeneratedStateEndToEndTest {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Plan PLAN = Plan.of(5_000, 30, 20070313);

    private static final GeneratedState STATE = new GeneratedState(PLAN);
    private static final Map<String, String> FILES = STATE.files();
    private static RunningAim aim;

    @BeforeAll
    static void start() throws Exception {
        Folder folder = new Folder(Path.of("target/aim-generated"));
        folder.forget();
        aim = new RunningAim(Path.of("../..").toAbsolutePath().normalize(), folder, Ports.free(), System.out::println);
        Runtime.getRuntime().addShutdownHook(new Thread(aim::close));
        aim.start();
        for (Map.Entry<String, String> part : STATE.registry().entrySet()) {
            aim.as("opi").loadRegistry(part.getKey(), part.getValue().getBytes(StandardCharsets.UTF_8));
        }
    }

    @AfterAll
    static void stop() {
        aim.close();
    }

    @Test
    @Order(1)
    void noLineIsRefused() throws Exception {
        Map<String, JsonNode> sent = new LinkedHashMap<>();
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            sent.put(file.getKey(), submit(file.getKey(), file.getValue(), "&adoptStateIds=true"));
        }
        for (Map.Entry<String, JsonNode> file : sent.entrySet()) {
            JsonNode records = completed(file.getValue()).path("records");
            // A child that two districts share may come from the later file first: then the earlier one is stale.
            assertThat(records.path("accepted").asInt() + records.path("stale").asInt())
                    .as("%s: %s", file.getKey(), records)
                    .isEqualTo(records.path("total").asInt());
        }
    }

    @Test
    @Order(2)
    void countsAreThoseOfAPlainCalculationOverTheSameFiles() throws Exception {
        SlowCount slow = new SlowCount(FILES.values());
        List<LocalDate> days = List.of(
                LocalDate.of(2006, 10, 2),
                LocalDate.of(2007, 2, 1),
                LocalDate.of(2007, 3, 13),
                LocalDate.of(2007, 6, 1));
        List<String> slices = List.of(
                "district",
                "district,school",
                "grade,gender",
                "raceEthnicity,lunch,sped",
                "district,school,grade,gender,lunch",
                "homeless,immigrant,titleI,lepStatus,section504");
        long members = slow.membership(LocalDate.of(2007, 3, 13), List.of()).get("");
        assertThat(members).isGreaterThan(4_500);
        eventually("/api/v1/membership?on=2007-03-13", "total", members);
        for (LocalDate day : days) {
            for (String by : slices) {
                List<String> dimensions = List.of(by.split(","));
                Map<String, Long> rows = new TreeMap<>();
                JsonNode answer = reporting("/api/v1/membership?on=" + day + "&by=" + by);
                answer.path("rows").forEach(row -> {
                    List<String> values = new ArrayList<>();
                    dimensions.forEach(
                            dimension -> values.add(row.path(dimension).asText()));
                    rows.put(String.join(",", values), row.path("students").asLong());
                });
                assertThat(rows).as("%s by %s", day, by).isEqualTo(slow.membership(day, dimensions));
            }
        }
        Map<String, Long> dropouts = new TreeMap<>();
        reporting("/api/v1/reports/dropouts?year=2007&by=district").path("rows").forEach(row -> {
            if (row.path("dropouts").asLong() > 0) {
                dropouts.put(row.path("district").asText(), row.path("dropouts").asLong());
            }
        });
        assertThat(dropouts).isEqualTo(slow.dropouts(2007)).isNotEmpty();
    }

    @Test
    @Order(3)
    void whatGoesBackToADistrictComesInAgainUnchanged() throws Exception {
        for (String district : List.of("1", "7", "20")) {
            HttpResponse<String> file = stateView(district);
            String name = district + "_06302007.tsv";
            assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
                    .contains(name);

            JsonNode records = completed(submit(name, file.body(), "")).path("records");
            assertThat(records.path("total").asInt()).isGreaterThan(50);
            assertThat(records.path("unchanged").asInt())
                    .as("district %s: %s", district, records)
                    .isEqualTo(records.path("total").asInt());
        }
    }

    private static HttpResponse<String> stateView(String district) throws IOException, InterruptedException {
        String user = "district-" + district;
        String credentials = Base64.getEncoder().encodeToString((user + ":" + user).getBytes(StandardCharsets.UTF_8));
        URI address = aim.address(Service.REPORTING).resolve("/api/v1/state-view?year=2007");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(address)
                                .header("Authorization", "Basic " + credentials)
                                .build(),
                        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private static JsonNode submit(String name, String content, String options)
            throws IOException, InterruptedException {
        Api.Answer answer = aim.as("opi").submit(name, content.getBytes(StandardCharsets.UTF_8), options);
        assertThat(answer.status()).as(name + answer.body()).isEqualTo(202);
        return answer.body();
    }

    private static JsonNode completed(JsonNode submission) throws IOException, InterruptedException {
        String path = "/api/v1/submissions/" + submission.path("id").asText();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode now = aim.as("opi").get(Service.INTAKE, path);
        while (!now.path("status").asText().equals("COMPLETED")) {
            assertThat(System.nanoTime()).as("still waiting: " + now).isLessThan(deadline);
            Thread.sleep(100);
            now = aim.as("opi").get(Service.INTAKE, path);
        }
        return now;
    }

    private static JsonNode reporting(String path) throws IOException, InterruptedException {
        return aim.as("opi").get(Service.REPORTING, path);
    }

    private static void eventually(String path, String property, long wanted) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        long now = reporting(path).path(property).asLong();
        while (now != wanted) {
            assertThat(System.nanoTime())
                    .as("%s is %d, not %d", property, now, wanted)
                    .isLessThan(deadline);
            Thread.sleep(200);
            now = reporting(path).path(property).asLong();
        }
    }
}
