package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.backing.BackingServers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.chassis.outbox.OutboxRelay;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.statestore.Records;
import gov.mt.opi.aim.statestore.Settings;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.StateStores;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import gov.mt.opi.aim.statestore.kafka.Announcements;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.supplier.AgroalPropertiesReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * How many new students a second get their State ID, on the real database, with as many there already. Not a test: it says
 * how fast, and a figure means something only beside others of the same run. Each student costs what it costs in service,
 * events and outbox included; only sending the events is left out.
 */
public final class IdentityBenchmark {

    private static final int BATCH = 5000;
    private static final int LAST_NAMES = 6000;
    private static final int FIRST_NAMES = 700;

    private final Random random = new Random(1889);
    private final List<String> lastNames = names(LAST_NAMES, 2);
    private final List<String> firstNames = names(FIRST_NAMES, 2);
    private final Map<IdentityOutcome, Integer> outcomes = new EnumMap<>(IdentityOutcome.class);
    private int stateId = 100_000_000;
    private int localId;
    private int sequence = 1;

    private IdentityBenchmark() {}

    /** Takes the number of students of each step; 150000 when there is none. */
    public static void main(String[] arguments) throws Exception {
        int students = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 150_000;
        try (BackingServers servers = BackingServers.forTests();
                AgroalDataSource database = database(servers)) {
            Flyway.configure()
                    .dataSource(database)
                    .schemas("state")
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            new IdentityBenchmark().run(students, database);
        }
    }

    private void run(int students, DataSource database) throws Exception {
        Perseverance perseverance = new Perseverance();
        Announcements announcements = new Announcements(new SimpleMeterRegistry());
        StateStore stateStore = StateStores.of(
                new JdbcTransactions(
                        database,
                        new Outbox(new OutboxRelay("benchmark", database, null, perseverance)),
                        perseverance,
                        announcements,
                        applied -> applied.decisions().forEach(decision -> decision.identity()
                                .ifPresent(identity -> outcomes.merge(identity.outcome(), 1, Integer::sum))),
                        Clock.systemUTC()),
                Settings.ofTheState());
        step("first students, IDs from elsewhere (no matching)", students, true, stateStore, database);
        step("new students, as many there already", students, false, stateStore, database);
        step("new students, twice as many there", students, false, stateStore, database);
        step("new students, three times as many there", students, false, stateStore, database);
    }

    private void step(String name, int students, boolean adopting, StateStore stateStore, DataSource database)
            throws Exception {
        outcomes.clear();
        count(database, "SELECT pg_stat_reset()");
        long nanos = 0;
        for (int sent = 0; sent < students; sent += BATCH) {
            List<RecordAccepted> batch = batch(adopting);
            long start = System.nanoTime();
            stateStore.apply(batch);
            nanos += System.nanoTime() - start;
        }
        Thread.sleep(1500);
        System.out.printf(
                "%-50s %,7d students, %,6.0f a second, %s%n", name, students, students * 1e9 / nanos, outcomes);
        System.out.printf(
                "%-50s whole reads of student_name: %d; %s%n",
                "",
                count(database, "SELECT seq_scan FROM pg_stat_user_tables WHERE relname = 'student_name'"),
                text(
                        database,
                        "SELECT string_agg(format('%s %s look-ups, %s rows each', indexrelname, idx_scan,"
                                + " round(idx_tup_read / greatest(idx_scan, 1)::numeric, 2)), '; ' ORDER BY indexrelname)"
                                + " FROM pg_stat_user_indexes WHERE relname = 'student_name' AND idx_scan > 0"));
    }

    private List<RecordAccepted> batch(boolean adopting) {
        List<RecordAccepted> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Records file = Records.file(String.valueOf(100 + random.nextInt(400)), 1 + sequence++ % 28);
            Records sent = adopting ? file.adopting() : file;
            for (int i = 0; i < 500; i++) {
                sent.sd(
                        adopting ? String.valueOf(stateId++) : "",
                        "L" + localId++,
                        pick(lastNames),
                        pick(firstNames),
                        random.nextInt(10) < 3 ? "" : pick(firstNames),
                        random.nextBoolean() ? "M" : "F",
                        LocalDate.of(1988, 9, 1)
                                .plusDays(random.nextInt(13 * 365))
                                .toString());
            }
            batch.addAll(sent.all());
        }
        return batch;
    }

    /** Frequent names are much more frequent than others, as among people. */
    private String pick(List<String> names) {
        double share = random.nextDouble();
        return names.get((int) (names.size() * share * share));
    }

    private List<String> names(int count, int syllables) {
        String[] begin = "B Br C Ch Cl D Dr F Fr G Gr H J K Kr L M N P Ph R S Sch St T Th V W Wh Z".split(" ");
        String[] vowel = "a e i o u ai ea ee ie oo".split(" ");
        String[] middle = "b c d g l ll m n nd ng p r rr s st t tt v z".split(" ");
        String[] end = "d g k l ll m n nn r rs s sen son t th x y z".split(" ");
        Set<String> names = new LinkedHashSet<>();
        while (names.size() < count) {
            StringBuilder name = new StringBuilder(pickOf(begin)).append(pickOf(vowel));
            for (int i = 1; i < syllables + random.nextInt(2); i++) {
                name.append(pickOf(middle)).append(pickOf(vowel));
            }
            names.add(name.append(pickOf(end)).toString());
        }
        return List.copyOf(names);
    }

    private String pickOf(String[] parts) {
        return parts[random.nextInt(parts.length)];
    }

    private static long count(DataSource database, String sql) throws Exception {
        String text = text(database, sql);
        return text == null || text.isEmpty() ? 0 : Long.parseLong(text);
    }

    private static String text(DataSource database, String sql) throws Exception {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private static AgroalDataSource database(BackingServers servers) throws Exception {
        String separator = servers.jdbcUrl().contains("?") ? "&" : "?";
        return AgroalDataSource.from(new AgroalPropertiesReader()
                .readProperties(Map.of(
                        AgroalPropertiesReader.MAX_SIZE,
                        "4",
                        AgroalPropertiesReader.JDBC_URL,
                        servers.jdbcUrl() + separator + "currentSchema=state&prepareThreshold=1",
                        AgroalPropertiesReader.PRINCIPAL,
                        servers.databaseUser(),
                        AgroalPropertiesReader.CREDENTIAL,
                        servers.databasePassword()))
                .get());
    }
}
