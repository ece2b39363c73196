package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.changes.Resync;
import gov.mt.opi.aim.statestore.db.JdbcResync;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import gov.mt.opi.aim.statestore.identity.Steward;
import gov.mt.opi.aim.statestore.record.RecordKind;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random histories of moves on the real database: files of three districts, older files after newer ones, files sent again,
 * batches delivered again, enrollments voided, State IDs merged and split. The view, what became of every line and what the
 * topic was told are those of {@link EnrollmentModel}, which knows nothing of batches, tables and versions. The seed is in
 * the name of the test.
 */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class HistoryPropertyTest {

    private static final List<String> DISTRICTS = List.of("63", "64", "65");
    private static final int STUDENTS = 4;
    private static final int FILES = 27;
    /** Nobody else is born on this day, so that no other test's questions are answered by a merge here. */
    private static final String BORN = "1995-11-23";

    @Inject
    DataSource database;

    @Inject
    Outbox outbox;

    @Inject
    Perseverance perseverance;

    private final List<Decision> decisions = new ArrayList<>();
    private final List<StateChange> changes = new ArrayList<>();
    private final List<StateChange> again = new ArrayList<>();

    /** A fixed set, so that a build is the same tomorrow; {@code -Daim.seed=} plays another. */
    static LongStream seeds() {
        String seed = System.getProperty("aim.seed");
        return seed == null ? LongStream.rangeClosed(1, 25) : LongStream.of(Long.parseLong(seed));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theViewIsThatOfASimpleModel(long seed) throws SQLException {
        Random random = new Random(seed);
        List<String> students = students(seed);
        JdbcTransactions transactions = new JdbcTransactions(
                database,
                outbox,
                perseverance,
                applied -> {
                    decisions.addAll(applied.decisions());
                    changes.addAll(applied.changes());
                    return List.of();
                },
                Clock.systemUTC());
        StateStore stateStore = new StateStore(transactions, Merges.all(Settings.ofTheState()));
        Steward steward = new Steward(transactions, stateStore);
        Corrections corrections = new Corrections(transactions, Merges.all(Settings.ofTheState()));
        EnrollmentModel model = new EnrollmentModel();
        stateStore.apply(identities(students).all());
        decisions.clear();
        changes.clear();

        List<List<RecordAccepted>> sent = new ArrayList<>();
        Deque<Integer> days = days(random);
        while (!days.isEmpty()) {
            List<List<RecordAccepted>> batch = new ArrayList<>();
            for (int files = 1 + random.nextInt(2); files > 0 && !days.isEmpty(); files--) {
                batch.add(file(students, days.pop(), sent, random));
            }
            List<RecordAccepted> records = batch.stream().flatMap(List::stream).toList();
            stateStore.apply(records);
            batch.forEach(model::send);
            sent.addAll(batch);
            if (random.nextInt(3) == 0) {
                stateStore.apply(random.nextBoolean() ? records : sent.get(random.nextInt(sent.size())));
            }
            if (random.nextInt(4) == 0) {
                voidOne(students, corrections, model, random);
            }
            if (random.nextInt(3) == 0) {
                mergeOrSplit(students, steward, model, random);
            }
            assertThat(view(students)).as("view after %d files", sent.size()).isEqualTo(model.view());
            assertThat(model.primariesOnOneDate()).isEmpty();
        }
        assertThat(outcomes()).isEqualTo(model.outcomes());
        assertThat(decisions)
                .as("lines of which more was said than once")
                .hasSizeGreaterThan(outcomes().size());
        assertThat(toldByTheTopic()).isEqualTo(model.view());
        tellAgain();
        assertThat(toldByTheTopic()).as("told again").isEqualTo(model.view());
    }

    /** Has everything of the districts published once more. */
    private void tellAgain() {
        Set<UUID> known = changes.stream().map(StateChange::key).collect(Collectors.toSet());
        Resync resync = new JdbcResync(database, outbox, applied -> {
            applied.changes().stream()
                    .filter(change -> known.contains(change.key()))
                    .forEach(again::add);
            return List.of();
        });
        DISTRICTS.forEach(resync::district);
    }

    private static void mergeOrSplit(List<String> students, Steward steward, EnrollmentModel model, Random random) {
        List<String> shuffled = new ArrayList<>(students);
        Collections.shuffle(shuffled, random);
        List<String> merged = shuffled.stream().filter(model::isMerged).toList();
        List<String> alive = shuffled.stream().filter(id -> !model.isMerged(id)).toList();
        if (merged.isEmpty() || alive.size() > 1 && random.nextBoolean()) {
            assertThat(steward.merge(alive.get(0), alive.get(1), "one child", "opi"))
                    .isEqualTo(new Steward.Done());
            model.merge(alive.get(0), alive.get(1));
        } else {
            assertThat(steward.split(merged.get(0), "two children", "opi")).isEqualTo(new Steward.Done());
            model.split(merged.get(0));
        }
    }

    private static List<String> students(long seed) {
        return LongStream.range(0, STUDENTS)
                .mapToObj(student -> String.valueOf(952_000_000 + seed % 1_000_000 * STUDENTS + student))
                .toList();
    }

    private static Records identities(List<String> students) {
        Records file = Records.file("63", 1).adopting();
        for (String student : students) {
            StringBuilder name = new StringBuilder();
            student.chars().forEach(digit -> name.append((char) ('a' + (digit - '0') * 2)));
            file.sd(student, student, name.toString(), name.reverse().toString(), "F", BORN);
        }
        return file;
    }

    /** New lines, or those of an earlier file again under a new header. */
    private static List<RecordAccepted> file(
            List<String> students, int day, List<List<RecordAccepted>> sent, Random random) {
        if (!sent.isEmpty() && random.nextInt(6) == 0) {
            List<RecordAccepted> earlier = sent.get(random.nextInt(sent.size()));
            Records again = Records.file(earlier.get(0).districtNumber(), day);
            earlier.forEach(record -> again.en(
                    record.text("stateId"),
                    record.text("schoolNumber"),
                    record.text("serviceType"),
                    record.text("startDate"),
                    Optional.ofNullable(record.text("endDate")).orElse("")));
            return again.all();
        }
        Records file = Records.file(DISTRICTS.get(random.nextInt(DISTRICTS.size())), day);
        do {
            String student = students.get(random.nextInt(students.size()));
            int month = 1 + random.nextInt(5);
            String school = String.valueOf(731 + random.nextInt(2));
            file.en(student, school, serviceType(random), start(month), end(month, random));
            if (random.nextInt(3) == 0) {
                // A move inside the district: one stay after the other.
                file.en(student, school, serviceType(random), start(month + 5), end(month + 5, random));
            }
        } while (random.nextBoolean());
        return file.all();
    }

    /** The days of the headers in the order in which the files come: some come late. */
    private static Deque<Integer> days(Random random) {
        List<Integer> days = new ArrayList<>();
        for (int day = 2; day <= FILES + 1; day++) {
            days.add(Math.max(0, days.size() - (random.nextInt(3) == 0 ? random.nextInt(4) : 0)), day);
        }
        return new ArrayDeque<>(days);
    }

    private static String serviceType(Random random) {
        return random.nextInt(5) == 0 ? "S" : "P";
    }

    private static String start(int month) {
        return "2007-%02d-01".formatted(month);
    }

    private static String end(int month, Random random) {
        return random.nextInt(3) == 0
                ? ""
                : "2007-%02d-%02d".formatted(month + random.nextInt(3), 1 + random.nextInt(28));
    }

    private void voidOne(List<String> students, Corrections corrections, EnrollmentModel model, Random random)
            throws SQLException {
        Map<UUID, Whose> known = keys(students);
        if (known.isEmpty()) {
            return;
        }
        // In an order that a seed repeats: keys are new every time.
        List<UUID> keys = known.entrySet().stream()
                .sorted(Comparator.comparing(entry -> entry.getValue().toString()))
                .map(Map.Entry::getKey)
                .toList();
        UUID chosen = keys.get(random.nextInt(keys.size()));
        assertThat(corrections.voidRecord(
                        new Corrections.Voiding(RecordKind.ENROLLMENT, chosen, Optional.empty(), "opi", "never came")))
                .isTrue();
        Whose whose = known.get(chosen);
        model.takeOut(whose.student(), whose.key());
    }

    private Map<String, String> outcomes() {
        Map<String, String> last = new TreeMap<>();
        decisions.forEach(decision -> last.put(
                decision.line().submissionId() + ":" + decision.line().line(),
                decision.outcome().name()));
        return last;
    }

    /** What somebody knows who read the topic from its beginning. */
    private List<String> toldByTheTopic() {
        Map<UUID, StateChange> latest = new HashMap<>();
        for (StateChange change : changes) {
            StateChange before = latest.put(change.key(), change);
            if (change.topic() == Topic.STATE_ENROLLMENT && before != null) {
                assertThat(change.value().version())
                        .as("version of a thing grows")
                        .isGreaterThan(before.value().version());
            }
        }
        again.forEach(change -> latest.put(change.key(), change));
        return latest.values().stream()
                .filter(change -> change.topic() == Topic.STATE_ENROLLMENT && !change.gone())
                .map(change -> EnrollmentModel.inWords(
                        change.value().stateId(),
                        change.value().districtNumber(),
                        change.value().text("schoolNumber"),
                        change.value().text("startDate"),
                        change.value().text("serviceType"),
                        change.value().text("endDate")))
                .sorted()
                .toList();
    }

    private List<String> view(List<String> students) throws SQLException {
        List<String> view = new ArrayList<>();
        read(
                students,
                row -> view.add(EnrollmentModel.inWords(
                        row.getString("state_id"),
                        row.getString("district_number"),
                        row.getString("school_number"),
                        row.getString("start_date"),
                        row.getString("service_type"),
                        row.getString("end_date"))));
        return view.stream().sorted().toList();
    }

    private Map<UUID, Whose> keys(List<String> students) throws SQLException {
        Map<UUID, Whose> keys = new HashMap<>();
        read(
                students,
                row -> keys.put(
                        row.getObject("record_key", UUID.class),
                        new Whose(
                                row.getString("state_id"),
                                new Told.Key(
                                        row.getString("district_number"),
                                        row.getString("school_number"),
                                        row.getString("start_date")))));
        return keys;
    }

    /** An enrollment in the view, and its student. */
    private record Whose(String student, Told.Key key) {}

    /** Takes one row. */
    private interface Row {
        void read(ResultSet row) throws SQLException;
    }

    private void read(List<String> students, Row reading) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement("SELECT s.state_id, e.* FROM enrollment e"
                        + " JOIN student s USING (student_key) WHERE s.state_id = ANY (?) ORDER BY s.state_id,"
                        + " e.district_number, e.school_number, e.start_date")) {
            select.setArray(1, connection.createArrayOf("text", students.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    reading.read(row);
                }
            }
        }
    }
}
