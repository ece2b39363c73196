package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Districts that send the same new child at the same moment, on the real database. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class OneChildAtOnceServiceTest {

    private static final int ROUNDS = 300;
    private static final int DISTRICTS = 3;
    private static final long SEED = 20070315;

    @Inject
    StateStore stateStore;

    @Inject
    DataSource database;

    @Test
    void getOneStateIdHundredsOfTimes() throws Exception {
        Random random = new Random(SEED);
        ExecutorService districts = Executors.newFixedThreadPool(DISTRICTS);
        try {
            for (int round = 0; round < ROUNDS; round++) {
                String last = letters(random);
                String first = letters(random);
                String birthDate = "1990-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28));
                CyclicBarrier start = new CyclicBarrier(DISTRICTS);
                List<Callable<Void>> sent = new ArrayList<>();
                for (int district = 0; district < DISTRICTS; district++) {
                    Records file = Records.file(String.valueOf(901 + district), 1)
                            .sd("", "a" + round, last, first, "F", birthDate);
                    sent.add(() -> {
                        start.await();
                        stateStore.apply(file.all());
                        return null;
                    });
                }
                for (Future<Void> done : districts.invokeAll(sent)) {
                    done.get();
                }
                assertThat(studentsCalled(last))
                        .as("students after round %d of seed %d", round, SEED)
                        .isEqualTo(1);
            }
        } finally {
            districts.shutdownNow();
        }
    }

    @Test
    void moveAndMergeAtOnceWithoutLosingARecord() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Random random = new Random(SEED);
            for (int round = 0; round < 50; round++) {
                String last = letters(random);
                String loser = String.valueOf(935_000_000 + round);
                String survivor = String.valueOf(945_000_000 + round);
                stateStore.apply(Records.file("931", 1)
                        .adopting()
                        .sd(loser, "L" + round, last, "Ed", "M", "1990-01-01")
                        .all());
                stateStore.apply(Records.file("932", 2)
                        .adopting()
                        .sd(survivor, "S" + round, last, "Ed", "M", "1990-02-01")
                        .all());
                CyclicBarrier start = new CyclicBarrier(2);
                Records enrolled = Records.file("931", 3).en(loser, "700", "P", "2006-08-28", "");
                List<Callable<Void>> atOnce = List.of(
                        () -> {
                            start.await();
                            stateStore.apply(enrolled.all());
                            return null;
                        },
                        () -> {
                            start.await();
                            ServiceScene.as("opi")
                                    .contentType("application/json")
                                    .body("{\"into\": \"" + survivor + "\", \"reason\": \"One child.\"}")
                                    .post("/api/v1/students/" + loser + "/merge")
                                    .then()
                                    .statusCode(200);
                            return null;
                        });
                for (Future<Void> done : threads.invokeAll(atOnce)) {
                    done.get();
                }
                assertThat(ServiceScene.as("opi")
                                .get("/api/v1/students/" + loser)
                                .<List<?>>path("enrollments"))
                        .as("enrollments of the survivor in round %d", round)
                        .hasSize(1);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    private int studentsCalled(String last) throws Exception {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("SELECT count(*) FROM student WHERE last_name = ?")) {
            select.setString(1, last);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        }
    }

    /** A name that resembles no other. */
    private static String letters(Random random) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < 12; i++) {
            name.append((char) ('a' + random.nextInt(26)));
        }
        return name.toString();
    }
}
