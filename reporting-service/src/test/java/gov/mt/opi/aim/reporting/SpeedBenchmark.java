package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.Asked.get;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import gov.mt.opi.aim.backing.AimServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/**
 * How fast a whole state is counted and frozen, put straight into the tables. It prints and asserts no time, and runs only
 * when it is asked for: {@code mvn -pl reporting-service -am test -Dtest=SpeedBenchmark
 * -Dsurefire.failIfNoSpecifiedTests=false}; {@code -Daim.benchmark.students=600000} for more.
 */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class SpeedBenchmark {

    private static final int STUDENTS = Integer.getInteger("aim.benchmark.students", 150_000);
    private static final int YEARS = 4;
    private static final int CALLERS = 4;
    private static final int CALLS = 100;
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private static final long SEED = 20070313;

    private static final String STAYS = "FROM generate_series(0, " + (YEARS - 1) + ") y, generate_series(1, " + STUDENTS
            + ") i, generate_series(0, 2) k WHERE k = 0 OR (k = 1 AND i % 13 = 0) OR (k = 2 AND i % 9 = 0)";

    @Inject
    DataSource database;

    @Test
    void aStateIsCountedAndFrozen() throws Exception {
        load();
        long started = System.nanoTime();
        int members = get("opi", "/api/v1/membership?on=2007-03-13").jsonPath().getInt("total");
        print("first count after a start, %d members", started, members);
        assertThat(members).isGreaterThanOrEqualTo(STUDENTS);

        for (int round = 1; round <= 3; round++) {
            long cpu = PROCESS.getProcessCpuTime();
            List<Long> times = counts(round);
            System.out.printf(
                    "membership, %d callers, %d calls: p50 %d ms, p95 %d ms, most %d ms; CPU of service and callers %d ms"
                            + " a call; load average %.1f%n",
                    CALLERS,
                    times.size(),
                    part(times, 0.50),
                    part(times, 0.95),
                    times.get(times.size() - 1),
                    (PROCESS.getProcessCpuTime() - cpu) / 1_000_000 / times.size(),
                    PROCESS.getSystemLoadAverage());
        }
        for (int i = 0; i < 2; i++) {
            started = System.nanoTime();
            Response taken = Asked.post("opi", "/api/v1/snapshots", "{\"name\": \"B\", \"countDate\": \"2007-03-13\"}");
            print("snapshot of %d rows", started, taken.jsonPath().getInt("rows"));
        }
        started = System.nanoTime();
        int dropouts = get("opi", "/api/v1/reports/dropouts?year=2007&by=district")
                .jsonPath()
                .getInt("totals.dropouts");
        print("dropouts of the state by district (%d)", started, dropouts);
        started = System.nanoTime();
        execute("INSERT INTO census_change (student_keys) SELECT array_agg(student_key) FROM"
                + " (SELECT student_key FROM student LIMIT 500)");
        get("opi", "/api/v1/membership?on=2007-03-13");
        print("a count after %d students changed", started, 500);
    }

    private List<Long> counts(int round) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<List<Long>>> answers = new ArrayList<>();
            for (int caller = 0; caller < CALLERS; caller++) {
                Random random = new Random(SEED * round + caller);
                answers.add(callers.submit(() -> callsOf(random)));
            }
            List<Long> times = new ArrayList<>();
            for (Future<List<Long>> answer : answers) {
                times.addAll(answer.get());
            }
            Collections.sort(times);
            return times;
        } finally {
            callers.shutdown();
        }
    }

    private static List<Long> callsOf(Random random) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        List<String> dimensions = new ArrayList<>(Arrays.asList(
                "district", "grade", "raceEthnicity", "gender", "lunch", "sped", "lepStatus", "homeless", "school"));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < CALLS; i++) {
            Collections.shuffle(dimensions, random);
            String by = String.join(",", dimensions.subList(0, random.nextInt(6)));
            LocalDate day = LocalDate.of(2004, 9, 1).plusDays(random.nextInt(1000));
            String filter = random.nextInt(3) == 0 ? "&lunch=F,R" : "";
            long started = System.nanoTime();
            HttpResponse<byte[]> answer = client.send(
                    asked("/api/v1/membership?on=" + day + "&by=" + by + filter), BodyHandlers.ofByteArray());
            times.add((System.nanoTime() - started) / 1_000_000);
            assertThat(answer.statusCode()).isEqualTo(200);
        }
        return times;
    }

    private static HttpRequest asked(String path) {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString("opi:opi".getBytes(UTF_8)))
                .build();
    }

    private void load() throws SQLException {
        execute(
                "INSERT INTO student (student_key, gender, race_ethnicity, version, state_id, district_number, local_id,"
                        + " last_name, first_name, middle_name, suffix, birth_date) SELECT md5('s' || i)::uuid,"
                        + " CASE i % 2 WHEN 0 THEN 'F' ELSE 'M' END, '0' || CASE WHEN i % 10 < 8 THEN 5 ELSE 1 + i % 6 END, 1,"
                        + " (200000000 + i)::text, (1 + i % 400)::text, i::text, 'Last' || i % 5000, 'First' || i % 700, '', '',"
                        + " DATE '1995-01-01' + i % 4000 FROM generate_series(1, " + STUDENTS + " + 10000 * " + YEARS
                        + ") i");
        String student = "md5('s' || i + 10000 * y)::uuid";
        String place = "md5('p' || i || '/' || y || '/' || k)::uuid";
        String district = "(1 + (i * 7 + k) % 400)::text";
        String school = "(1 + (i * 7 + k) % 400 * 2 + i % 2)::text";
        execute("INSERT INTO enrollment (enrollment_key, student_key, place, district_number, school_number,"
                + " calendar_number, school_year, service_type, grade, first_day, last_day, start_status, end_status,"
                + " version, local_id, dropout_reason) SELECT md5('e' || i || '/' || y || '/' || k)::uuid, " + student
                + ", " + place + ", " + district + ", " + school + ", '101', 2004 + y,"
                + " CASE k WHEN 2 THEN 'S' ELSE 'P' END, lpad((1 + i % 12)::text, 2, '0'),"
                + " CASE k WHEN 1 THEN make_date(2004 + y, 1, 10) ELSE make_date(2003 + y, 8, 28) END,"
                + " CASE WHEN i % 13 = 0 AND k = 0 THEN make_date(2004 + y, 1, 9)"
                + " WHEN y < 3 THEN make_date(2004 + y, 6, 5) ELSE 'infinity'::date END, '02',"
                + " CASE WHEN y < 3 THEN '100' ELSE '' END, 1, '', '' " + STAYS);
        execute("INSERT INTO program_participation (participation_key, place, district_number, lunch, sped, section504,"
                + " lep_status, homeless, immigrant, title_i, changed_at, version, student_key, school_number,"
                + " calendar_number, school_year, local_id, other_fields) SELECT md5('q' || i || '/' || y || '/' || k)::uuid, "
                + place + ", " + district + ", (ARRAY['F', 'R', 'N', 'N'])[1 + i % 4],"
                + " CASE i % 9 WHEN 0 THEN 'Y' ELSE 'N' END, 'N', CASE i % 25 WHEN 0 THEN '01' ELSE '' END, 'N', 'N', 'N',"
                + " now(), 1, " + student + ", " + school + ", '101', 2004 + y, '', repeat(E'N\\t', 20) " + STAYS);
        execute(
                "INSERT INTO attendance (attendance_key, place, district_number, portion_absent, hours, changed_at, version,"
                        + " student_key, school_number, calendar_number, school_year) SELECT"
                        + " md5('a' || i || '/' || y || '/' || k)::uuid, " + place + ", " + district
                        + ", 0.333, 'F', now(), 1, " + student + ", " + school + ", '101', 2004 + y " + STAYS);
        execute("ANALYZE");
        execute("INSERT INTO census_change (student_keys) VALUES (NULL)");
    }

    private void execute(String sql) throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static void print(String what, long startedNanos, int number) {
        System.out.printf(what + ": %d ms%n", number, (System.nanoTime() - startedNanos) / 1_000_000);
    }

    private static long part(List<Long> sorted, double part) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(sorted.size() * part)));
    }
}
