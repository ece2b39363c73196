package gov.mt.opi.aim.contracts.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.DeadLetter;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordHeld;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.event.SnapshotTaken;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** One made-up event of every kind: Jane Doe of district 63, as in the file specification. */
final class Examples {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final UUID SUBMISSION = UUID.fromString("01957b2e-8f30-7c1a-9d42-5b0f6a7e1c33");
    private static final UUID STUDENT = UUID.fromString("01957b2f-02c4-7b6d-a1f0-3c8e5d9b7f21");
    private static final String STATE_ID = "504817263";
    private static final LocalDateTime HEADER = LocalDateTime.of(2007, 3, 15, 16, 0);
    private static final Instant NOW = Instant.parse("2007-03-15T23:01:12.345678Z");

    private Examples() {}

    /** The example of an event, as it is on its topic. */
    static JsonNode of(String event) {
        return JSON.valueToTree(event(event));
    }

    private static Object event(String event) {
        return switch (event) {
            case "submission-changed" ->
                new SubmissionChanged(
                        1,
                        SUBMISSION,
                        "63",
                        Mode.SUBMIT,
                        "COMPLETED",
                        "63_03152007.tsv",
                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                        4,
                        Map.of(Outcome.ACCEPTED, 3, Outcome.REJECTED, 1),
                        NOW);
            case "record-submitted" ->
                new RecordSubmitted(
                        1,
                        SUBMISSION,
                        "63",
                        1042,
                        2,
                        1,
                        4,
                        HEADER,
                        Mode.SUBMIT,
                        false,
                        "SD\t63\t\t10045\tDoe\tJane\tMarie\t\tF\t05/14/1995\t\t05\t\t\t");
            case "record-accepted" ->
                new RecordAccepted(
                        1,
                        SUBMISSION,
                        "63",
                        1042,
                        2,
                        HEADER,
                        Mode.SUBMIT,
                        false,
                        RecordType.SD,
                        fields("districtNumber", "63", "localId", "10045", jane()),
                        List.of(),
                        Map.of("EN-083", 2));
            case "record-outcome" ->
                new RecordOutcome(
                        1,
                        SUBMISSION,
                        "63",
                        3,
                        RecordType.EN,
                        Outcome.REJECTED,
                        RecordOutcome.DecidedBy.STATE_STORE,
                        List.of(Finding.ofField(
                                RuleCatalogue.get("XS-001"),
                                3,
                                "EN",
                                RecordType.EN.layout().field("stateId"),
                                "999999999")),
                        Map.of(),
                        null);
            case "record-held" -> new RecordHeld(1, SUBMISSION, 3, "63", RecordType.EN, "XS-022", NOW);
            case "student" -> state("63", fields("localId", "10045", null, null, jane()));
            case "enrollment" ->
                state(
                        "63",
                        Map.of(
                                "schoolNumber", "733",
                                "calendarNumber", "101",
                                "year", 2007,
                                "serviceType", "P",
                                "startDate", "2006-08-28",
                                "startStatus", "02",
                                "grade", "06"));
            case "program-participation" -> state("63", lunch());
            case "test-window-attendance" ->
                state(
                        "63",
                        Map.of(
                                "schoolNumber", "733",
                                "calendarNumber", "101",
                                "testWindowCountAbsent", new BigDecimal("0.333"),
                                "aggregateHoursOfInstruction", "F",
                                "year", 2007));
            case "district" -> new District("63", "Big Sky Elementary");
            case "school" -> new School("63", "733", "Big Sky School", "KG", "08", LocalDate.of(1990, 8, 1), null);
            case "calendar" ->
                new Calendar(
                        "63",
                        "733",
                        "101",
                        2007,
                        LocalDate.of(2006, 8, 28),
                        LocalDate.of(2007, 6, 8),
                        LocalDate.of(2007, 3, 13));
            case "snapshot-taken" ->
                new SnapshotTaken(
                        1,
                        UUID.fromString("01957b30-11aa-7d0e-8c55-2f9be04d7a10"),
                        "Test window 2007",
                        LocalDate.of(2007, 3, 13),
                        1,
                        145_213,
                        "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae",
                        NOW);
            case "dead-letter" ->
                new DeadLetter(
                        1,
                        "state-store-service",
                        "aim.record.accepted.v1",
                        3,
                        40_711,
                        "unreadable: JsonParseException",
                        NOW);
            default -> throw new IllegalArgumentException("give " + event + " an example, here");
        };
    }

    private static StateChanged state(String district, Map<String, Object> fields) {
        return new StateChanged(1, STUDENT, STATE_ID, district, NOW, 3, new Source(SUBMISSION, 2), sorted(fields));
    }

    /** In an order that is the same in every run. */
    private static Map<String, Object> sorted(Map<String, Object> fields) {
        return new java.util.TreeMap<>(fields);
    }

    private static Map<String, Object> jane() {
        Map<String, Object> jane = new LinkedHashMap<>();
        jane.put("lastName", "Doe");
        jane.put("firstName", "Jane");
        jane.put("middleName", "Marie");
        jane.put("gender", "F");
        jane.put("birthDate", "1995-05-14");
        jane.put("raceEthnicity", "05");
        return jane;
    }

    private static Map<String, Object> fields(
            String name, String value, String otherName, String otherValue, Map<String, Object> more) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put(name, value);
        if (otherName != null) {
            fields.put(otherName, otherValue);
        }
        fields.putAll(more);
        return fields;
    }

    private static Map<String, Object> lunch() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("schoolNumber", "733");
        fields.put("calendarNumber", "101");
        for (Field field : RecordType.PP.layout().dataFields()) {
            field.defaultValue().ifPresent(value -> fields.put(field.property(), value));
        }
        fields.put("freeReducedLunch", "R");
        fields.put("year", 2007);
        return fields;
    }
}
