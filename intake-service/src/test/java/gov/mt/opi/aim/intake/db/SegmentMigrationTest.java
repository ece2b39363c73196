package gov.mt.opi.aim.intake.db;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.intake.outcome.StateIdLine;
import gov.mt.opi.aim.intake.outcome.StateIdSegment;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** State IDs that were rows of their own are there after they moved into segments. In a schema of its own. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class SegmentMigrationTest {

    private static final String SCHEMA = "intake_before";
    private static final UUID ONE = UUID.fromString("01920000-0000-7000-8000-000000000001");
    private static final UUID OTHER = UUID.fromString("01920000-0000-7000-8000-000000000002");

    @Inject
    DataSource database;

    @AfterEach
    void forget() {
        Jdbi.create(database).useHandle(handle -> handle.execute("DROP SCHEMA IF EXISTS " + SCHEMA + " CASCADE"));
    }

    @Test
    void keepsEveryStateIdOfEverySubmission() {
        schema().target("3").load().migrate();
        insert(ONE, 2047, "B2", "900000002", "MATCHED");
        insert(ONE, 2, "Ñ 1", "900000001", "NEW");
        insert(ONE, 2048, "", "", "REJECTED");
        insert(OTHER, 3, "C", "", "PENDING");

        schema().load().migrate();

        assertThat(segments(ONE))
                .isEqualTo(Map.of(
                        0, List.of(new StateIdLine(2, "63", "Ñ 1", "900000001", "NEW")),
                        1, List.of(new StateIdLine(2047, "63", "B2", "900000002", "MATCHED")),
                        2, List.of(new StateIdLine(2048, "63", "", "", "REJECTED"))));
        assertThat(segments(OTHER)).isEqualTo(Map.of(0, List.of(new StateIdLine(3, "63", "C", "", "PENDING"))));
    }

    private FluentConfiguration schema() {
        return Flyway.configure().dataSource(database).schemas(SCHEMA).locations("db/migration");
    }

    private void insert(UUID id, int line, String localId, String stateId, String outcome) {
        Jdbi.create(database)
                .useHandle(handle -> handle.execute(
                        "INSERT INTO " + SCHEMA + ".state_id VALUES (?, ?, ?, ?, ?)",
                        id,
                        line,
                        localId,
                        stateId,
                        outcome));
    }

    private Map<Integer, List<StateIdLine>> segments(UUID id) {
        return Jdbi.create(database).withHandle(handle -> handle
                .createQuery("SELECT segment, lines, state_ids FROM " + SCHEMA
                        + ".state_id_segment WHERE submission_id = :id")
                .bind("id", id)
                .map((row, context) -> {
                    StateIdSegment segment = StateIdSegment.of(row.getBytes(3));
                    assertThat(segment.lines()).isEqualTo(row.getInt(2));
                    return Map.entry(row.getInt(1), segment.list("63"));
                })
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new)));
    }
}
