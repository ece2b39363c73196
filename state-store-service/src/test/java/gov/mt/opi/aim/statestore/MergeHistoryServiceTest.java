package gov.mt.opi.aim.statestore;

import static gov.mt.opi.aim.statestore.ServiceScene.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.statestore.identity.Steward;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is merged, in whatever order it is undone: in the end everybody is who he or she was. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class MergeHistoryServiceTest {

    private static final int STUDENTS = 5;
    private static final LocalDate YEAR = LocalDate.of(2006, 8, 28);

    @Inject
    StateStore stateStore;

    @Inject
    Steward steward;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everybodyIsAgainWhoTheyWere(long seed) {
        Random random = new Random(seed);
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            ids.add(String.valueOf(600_000_000 + seed * 100 + i));
        }
        sendFiles(ids, random);
        Set<String> before = everybody(ids);

        List<String> retired = new ArrayList<>();
        for (int i = 0; i < STUDENTS - 1; i++) {
            List<String> alive = new ArrayList<>(ids);
            alive.removeAll(retired);
            Collections.shuffle(alive, random);
            assertThat(steward.merge(alive.get(0), alive.get(1), "test", "opi")).isEqualTo(new Steward.Done());
            retired.add(alive.get(0));
        }
        ids.forEach(id -> as("opi")
                .get("/api/v1/students/" + id)
                .then()
                .body(
                        "stateId",
                        equalTo(ids.stream()
                                .filter(alive -> !retired.contains(alive))
                                .findFirst()
                                .orElseThrow())));

        Collections.shuffle(retired, random);
        retired.forEach(id -> assertThat(steward.split(id, "test", "opi")).isEqualTo(new Steward.Done()));
        assertThat(everybody(ids)).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(before);
        ids.forEach(id -> as("opi")
                .get("/api/v1/held-records?size=1000")
                .then()
                .statusCode(200)
                .body("items.stateId", not(hasItem(id))));
    }

    /** Every student in some of three districts, so that much is the same thing and much overlaps. */
    private void sendFiles(List<String> ids, Random random) {
        int sequence = 1;
        for (String id : ids) {
            // Nobody has two Primary enrollments: then nothing waits before the first merge.
            boolean primary = true;
            for (int district = 651; district < 654; district++) {
                if (primary && district == 653 || random.nextInt(3) > 0) {
                    Records file = Records.file(String.valueOf(district), sequence++)
                            .adopting()
                            .sd(
                                    id,
                                    id + district,
                                    "Hist" + (char) ('a' + random.nextInt(3)),
                                    "Ora",
                                    "F",
                                    "1989-01-0" + (1 + random.nextInt(3)))
                            .en(id, "733", primary ? "P" : "S", "2006-08-28", end(random))
                            .pp(id, random.nextBoolean() ? "F" : "R");
                    if (random.nextBoolean()) {
                        file.en(
                                id,
                                "701",
                                "S",
                                YEAR.plusDays(random.nextInt(100)).toString(),
                                "");
                    }
                    primary = false;
                    stateStore.apply(file.all());
                }
            }
        }
    }

    private static String end(Random random) {
        return YEAR.plusDays(10 + random.nextInt(80)).toString();
    }

    /** Everything that is known of the students, fact by fact, without what says how often it changed. */
    private static Set<String> everybody(List<String> ids) {
        Set<String> facts = new TreeSet<>();
        for (String id : ids) {
            Map<String, Object> file = as("opi").get("/api/v1/students/" + id).path("$");
            Map<String, Object> current = new TreeMap<>(file);
            file.forEach((name, value) -> {
                if (value instanceof List<?> list) {
                    current.remove(name);
                    list.forEach(entry -> facts.add(id + " " + name + " " + withoutVersion((Map<?, ?>) entry)));
                }
            });
            facts.add(id + " is " + withoutVersion(current));
        }
        return facts;
    }

    private static Map<String, Object> withoutVersion(Map<?, ?> entry) {
        Map<String, Object> plain = new TreeMap<>();
        entry.forEach((name, value) -> {
            if (!List.of("version", "changedAt", "key").contains(name)) {
                plain.put(name.toString(), value);
            }
        });
        return plain;
    }
}
