package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/**
 * One instance ends an enrollment at the very moment at which another begins to wait for that end. Whoever is first, nobody
 * waits for ever.
 */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class HeldAtTheSameMomentTest {

    private static final int TIMES = 150;

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Perseverance perseverance;

    @Test
    void aLineNeverWaitsForAnEndThatIsThere() throws Exception {
        StateStore stateStore = new StateStore(
                new JdbcTransactions(
                        database, outbox, perseverance, applied -> List.of(), applied -> {}, Clock.systemUTC()),
                Merges.all(Settings.ofTheState()));
        CyclicBarrier together = new CyclicBarrier(2);
        ExecutorService instances = Executors.newFixedThreadPool(2);
        try {
            for (int time = 0; time < TIMES; time++) {
                String student = String.valueOf(953_000_000 + time);
                StringBuilder name = new StringBuilder();
                student.chars().forEach(digit -> name.append((char) ('a' + (digit - '0') * 2)));
                stateStore.apply(Records.file("63", 1)
                        .adopting()
                        .sd(student, student, name.toString(), name.reverse().toString(), "F", "1996-01-01")
                        .en(student, "733", "P", "2006-08-28", "")
                        .all());
                Records ends = Records.file("63", 2).en(student, "733", "P", "2006-08-28", "2007-01-05");
                Records moves = Records.file("64", 3).en(student, "1", "P", "2007-01-08", "");
                Future<?> first = instances.submit(() -> send(ends, stateStore, together));
                Future<?> second = instances.submit(() -> send(moves, stateStore, together));
                first.get(60, TimeUnit.SECONDS);
                second.get(60, TimeUnit.SECONDS);
            }
        } finally {
            instances.shutdownNow();
        }
        assertThat(number("SELECT count(*) FROM held_record WHERE state_id LIKE '953000%'"))
                .as("lines that wait for nothing")
                .isZero();
        assertThat(number("SELECT count(*) FROM enrollment JOIN student s USING (student_key)"
                        + " WHERE s.state_id LIKE '953000%'"))
                .isEqualTo(2 * TIMES);
    }

    private static Void send(Records file, StateStore stateStore, CyclicBarrier together) throws Exception {
        together.await(60, TimeUnit.SECONDS);
        stateStore.apply(file.all());
        return null;
    }

    private long number(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }
}
