package gov.mt.opi.aim.reporting;

import gov.mt.opi.aim.backing.TopicProbe;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.RecordHeld;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.Topic;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;

/** The statewide view as a test tells it: the state-store's end of the topics. */
public final class StateTopics implements AutoCloseable {

    static final String SCHOOL = "733";
    static final String CALENDAR = "101";
    static final int YEAR = 2007;

    private final TopicProbe probe =
            new TopicProbe(ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class));

    public void register(String district) {
        probe.send(Topic.REGISTRY_DISTRICT.topicName(), district, EventJson.write(new District(district, "District")));
    }

    public void school(String district, String school, String lowGrade, String highGrade) {
        probe.send(
                Topic.REGISTRY_SCHOOL.topicName(),
                School.key(district, school),
                EventJson.write(new School(district, school, "School", lowGrade, highGrade, null, null)));
    }

    public void student(UUID student, long version, String gender, String race) {
        student(student, version, gender, race, "63", "1995-05-14");
    }

    public void student(UUID student, long version, String gender, String race, String district, String birthDate) {
        put(
                Topic.STATE_STUDENT,
                student,
                student,
                district,
                version,
                Map.of("gender", gender, "raceEthnicity", race, "lastName", "Doe", "birthDate", birthDate));
    }

    /** A girl with all that extracts name. */
    public void person(
            UUID student,
            String stateId,
            String district,
            String localId,
            String lastName,
            String firstName,
            String middleName,
            String birthDate,
            String race) {
        Map<String, Object> fields = new LinkedHashMap<>(
                Map.of("lastName", lastName, "firstName", firstName, "gender", "F", "birthDate", birthDate));
        fields.put("raceEthnicity", race);
        fields.put("localId", localId);
        fields.put("middleName", middleName);
        StateChanged event = new StateChanged(
                1, student, stateId, district, Instant.now(), 1, new Source(UUID.randomUUID(), 2), fields);
        probe.send(Topic.STATE_STUDENT.topicName(), student.toString(), EventJson.write(event));
    }

    /** A line waits. */
    public void held(UUID submission, int line, String district, String type, String rule) {
        RecordHeld event = new RecordHeld(1, submission, line, district, RecordType.valueOf(type), rule, Instant.now());
        probe.send(Topic.RECORD_HELD.topicName(), submission + ":" + line, EventJson.write(event));
    }

    /** A line waits no longer. */
    public void released(UUID submission, int line) {
        probe.send(Topic.RECORD_HELD.topicName(), submission + ":" + line, (byte[]) null);
    }

    /** An enrollment in school 733, calendar 101, 2007; an empty end is no end. */
    public void enrollment(
            UUID enrollment,
            long version,
            UUID student,
            String district,
            String grade,
            String serviceType,
            String start,
            String end) {
        Map<String, Object> fields = new LinkedHashMap<>(at(SCHOOL));
        fields.put("grade", grade);
        fields.put("serviceType", serviceType);
        fields.put("startDate", start);
        fields.put("startStatus", "02");
        if (!end.isEmpty()) {
            fields.put("endDate", end);
            fields.put("endStatus", "120");
        }
        put(Topic.STATE_ENROLLMENT, enrollment, student, district, version, fields);
    }

    /** An enrollment of grade 09 in school 733, calendar 101, 2007 unless the fields say otherwise. */
    public UUID enrollment(UUID student, String district, Map<String, Object> fields) {
        UUID key = UUID.randomUUID();
        Map<String, Object> all = new LinkedHashMap<>(at(SCHOOL));
        all.putAll(Map.of("grade", "09", "serviceType", "P", "startDate", "2006-08-28", "startStatus", "02"));
        all.putAll(fields);
        put(Topic.STATE_ENROLLMENT, key, student, district, 1, all);
        return key;
    }

    public void calendar(String district, String school, int year, LocalDate testWindowDate) {
        Calendar calendar = new Calendar(
                district,
                school,
                CALENDAR,
                year,
                LocalDate.of(year - 1, 8, 28),
                LocalDate.of(year, 5, 30),
                testWindowDate);
        probe.send(Topic.REGISTRY_CALENDAR.topicName(), calendar.key(), EventJson.write(calendar));
    }

    public void program(UUID program, long version, UUID student, String district, Map<String, Object> programs) {
        Map<String, Object> fields = new LinkedHashMap<>(at(SCHOOL));
        fields.putAll(programs);
        put(Topic.STATE_PROGRAM_PARTICIPATION, program, student, district, version, fields);
    }

    public void attendance(UUID attendance, long version, UUID student, String district, double absent, String hours) {
        Map<String, Object> fields = new LinkedHashMap<>(at(SCHOOL));
        fields.put("testWindowCountAbsent", absent);
        fields.put("aggregateHoursOfInstruction", hours);
        put(Topic.STATE_TEST_WINDOW_ATTENDANCE, attendance, student, district, version, fields);
    }

    public void gone(Topic topic, UUID key) {
        probe.send(topic.topicName(), key.toString(), (byte[]) null);
    }

    public void send(Topic topic, String key, byte[] value) {
        probe.send(topic.topicName(), key, value);
    }

    public TopicProbe probe() {
        return probe;
    }

    private static Map<String, Object> at(String school) {
        return Map.of("schoolNumber", school, "calendarNumber", CALENDAR, "year", YEAR);
    }

    private void put(Topic topic, UUID key, UUID student, String district, long version, Map<String, Object> fields) {
        StateChanged event = new StateChanged(
                1, student, "123456789", district, Instant.now(), version, new Source(UUID.randomUUID(), 2), fields);
        probe.send(topic.topicName(), key.toString(), EventJson.write(event));
    }

    /** Repeats an assertion until it holds; the last failure is the test's. */
    public static void eventually(Runnable assertion) {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (true) {
            try {
                assertion.run();
                return;
            } catch (AssertionError notYet) {
                if (System.nanoTime() > deadline) {
                    throw notYet;
                }
            }
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }

    @Override
    public void close() {
        probe.close();
    }
}
