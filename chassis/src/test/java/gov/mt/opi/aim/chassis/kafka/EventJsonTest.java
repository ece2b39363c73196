package gov.mt.opi.aim.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.RecordOutcome.Identity;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The events of lines are read and written by hand; here is what the classes themselves say about them. */
class EventJsonTest {

    private static final ObjectMapper BY_THE_CLASSES = EventJson.mapper().build();
    private static final UUID FILE = UUID.fromString("0192f0c1-2a3b-7c4d-8e5f-0123456789ab");
    private static final LocalDateTime HEADER = LocalDateTime.of(2007, 3, 15, 16, 0);

    static Stream<Object> events() {
        Finding finding = Finding.ofField(
                RuleCatalogue.get("EN-131"), 12, "EN", RecordType.EN.layout().field("grade"), "é\"\\");
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("year", 2007);
        fields.put("grade", "KG");
        fields.put("startDate", "2006-08-28");
        Map<String, Object> attendance = new LinkedHashMap<>();
        attendance.put("testWindowCountAbsent", new BigDecimal("0.500"));
        attendance.put("aggregateHoursOfInstruction", "F");
        return Stream.of(
                new RecordSubmitted(1, FILE, "63", 7, 2, 1, 9, HEADER, Mode.SUBMIT, true, "SD\t63\tO'Néill \"x\"\\"),
                new RecordSubmitted(1, FILE, "63", 7, 3, 2, 9, HEADER, Mode.SUBMIT, true, "EN\t63"),
                new RecordSubmitted(1, FILE, "63", 8, 3, 2, 9, HEADER, Mode.VALIDATE, true, "EN\t63"),
                new RecordSubmitted(1, FILE, "6\"3", 8, 3, 2, 9, HEADER, Mode.VALIDATE, true, "EN\t63"),
                new RecordSubmitted(1, null, null, 0, 0, 0, 0, null, null, false, null),
                accepted(RecordType.EN, fields, List.of(finding), Map.of("REC-008", 3)),
                accepted(RecordType.AT, attendance, List.of(), Map.of()),
                accepted(RecordType.SD, Map.of(), List.of(), Map.of()),
                new RecordAccepted(1, null, null, 0, 0, null, null, false, null, null, null, null),
                new RecordOutcome(
                        1,
                        FILE,
                        "63",
                        12,
                        RecordType.SD,
                        Outcome.ACCEPTED,
                        DecidedBy.STATE_STORE,
                        List.of(finding),
                        Map.of("XS-036", 1),
                        new Identity("10045", "", IdentityOutcome.PENDING)),
                new RecordOutcome(
                        1,
                        FILE,
                        "63",
                        13,
                        RecordType.SD,
                        Outcome.REJECTED,
                        DecidedBy.VALIDATION,
                        List.of(),
                        Map.of(),
                        new Identity(null, null, null)),
                new RecordOutcome(1, null, null, 0, null, null, null, null, null, null),
                new StateChanged(
                        1,
                        FILE,
                        "123456789",
                        "63",
                        Instant.parse("2026-11-21T10:15:30.123456Z"),
                        4,
                        new Source(FILE, 12),
                        fields),
                new StateChanged(1, FILE, null, null, null, 1, null, Map.of()));
    }

    private static RecordAccepted accepted(
            RecordType type, Map<String, Object> fields, List<Finding> findings, Map<String, Integer> info) {
        return new RecordAccepted(1, FILE, "63", 7, 12, HEADER, Mode.VALIDATE, false, type, fields, findings, info);
    }

    @ParameterizedTest
    @MethodSource("events")
    void writesWhatTheClassesSay(Object event) throws IOException {
        assertThat(new String(EventJson.write(event), StandardCharsets.UTF_8))
                .isEqualTo(BY_THE_CLASSES.writeValueAsString(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void readsWhatItWrote(Object event) throws IOException {
        assertThat(EventJson.<Object>reader(event.getClass()).<Object>readValue(EventJson.write(event)))
                .isEqualTo(event);
    }

    @Test
    void writesOnAfterAnEventThatCannotBeWritten() {
        assertThatThrownBy(() -> EventJson.write(Map.of("a", new Object()))).isInstanceOf(IllegalStateException.class);

        assertThat(EventJson.write(Map.of("a", "x".repeat(300_000)))).hasSize(300_008);
        assertThat(new String(EventJson.write(Map.of("a", 1)), StandardCharsets.UTF_8))
                .isEqualTo("{\"a\":1}");
    }

    @Test
    void ignoresWhatALaterVersionAdds() throws IOException {
        RecordOutcome outcome = EventJson.reader(RecordOutcome.class)
                .readValue("{\"added\":{\"a\":[1]},\"line\":3,\"identity\":{\"localId\":\"1\",\"added\":2}}");
        assertThat(outcome.line()).isEqualTo(3);
        assertThat(outcome.identity().localId()).isEqualTo("1");
        RecordAccepted accepted = EventJson.reader(RecordAccepted.class)
                .readValue("{\"recordType\":\"EN\",\"fields\":{\"added\":{\"a\":[1]},\"grade\":\"03\"}}");
        assertThat(accepted.fields()).isEqualTo(Map.of("grade", "03"));
    }

    @Test
    void readsFieldsBeforeTheirType() throws IOException {
        RecordAccepted accepted = EventJson.reader(RecordAccepted.class)
                .readValue("{\"fields\":{\"grade\":\"03\",\"year\":2007},\"recordType\":\"EN\"}");
        assertThat(accepted.fields()).isEqualTo(Map.of("grade", "03", "year", 2007));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void doesNotReadWhatIsNoEvent(String json) {
        assertThatThrownBy(() -> EventJson.reader(RecordAccepted.class).readValue(json))
                .isInstanceOfAny(IOException.class, RuntimeException.class);
    }

    static Stream<String> broken() {
        return Stream.of(
                "[]",
                "7",
                "{\"recordType\":\"XX\"}",
                "{\"submissionId\":\"x\"}",
                "{\"submissionId\":\"\"}",
                "{\"headerTimestamp\":\"\"}",
                "{\"mode\":\"\"}",
                "{\"mode\":\"keep\"}",
                "{\"mode\":{}}",
                "{\"findings\":{}}",
                "{\"findings\":[null]}",
                "{\"findings\":[",
                "{\"line\":",
                "{\"line\":\"a\"}");
    }
}
