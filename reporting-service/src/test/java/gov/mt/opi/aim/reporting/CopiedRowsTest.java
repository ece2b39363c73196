package gov.mt.opi.aim.reporting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.db.CopiedRows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** Rows by COPY, of a real database. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class CopiedRowsTest {

    private static final UUID KEY = UUID.fromString("01a20054-c8df-743c-87fa-9737f09cc35a");

    @Inject
    DataSource database;

    @Test
    void readsEveryTypeAndWhatStandsForNull() throws SQLException {
        try (Connection connection = database.getConnection();
                CopiedRows rows = new CopiedRows(
                        connection,
                        "SELECT '" + KEY + "'::uuid, 7, NULL::int, 8::bigint, NULL::bigint, 'Pe\u00f1a', ''")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.uuid()).isEqualTo(KEY);
            assertThat(rows.integer(-5)).isEqualTo(7);
            assertThat(rows.integer(-5)).isEqualTo(-5);
            assertThat(rows.bigint(-6)).isEqualTo(8);
            assertThat(rows.bigint(-6)).isEqualTo(-6);
            assertThat(rows.text()).isEqualTo("Pe\u00f1a");
            assertThat(rows.text()).isEmpty();
            assertThat(rows.next()).isFalse();
        }
    }

    @Test
    void leavesTheConnectionFreeHoweverFarItWasRead() throws SQLException {
        for (int read : List.of(0, 1, 999, 1_000, 1_001)) {
            try (Connection connection = database.getConnection()) {
                List<Integer> numbers = new ArrayList<>();
                try (CopiedRows rows = new CopiedRows(connection, "SELECT generate_series(1, 1000)")) {
                    for (int i = 0; i < read && rows.next(); i++) {
                        numbers.add(rows.integer(0));
                    }
                }
                assertThat(numbers).hasSize(Math.min(read, 1_000));
                assertThat(one(connection)).isEqualTo(1);
            }
        }
    }

    @Test
    void leavesTheConnectionFreeWhenTheQueryFails() throws SQLException {
        try (Connection connection = database.getConnection()) {
            assertThatThrownBy(() -> {
                        try (CopiedRows rows =
                                new CopiedRows(connection, "SELECT 1 / (2 - n) FROM generate_series(1, 9) n")) {
                            while (rows.next()) {
                                rows.integer(0);
                            }
                        }
                    })
                    .isInstanceOf(SQLException.class);
            assertThat(one(connection)).isEqualTo(1);
        }
    }

    private static int one(Connection connection) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT 1")) {
            row.next();
            return row.getInt(1);
        }
    }
}
