package gov.mt.opi.aim.reporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.reporting.readmodel.Attendance;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.readmodel.Versioned;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StateEventsTest {

    private static final UUID STUDENT = UUID.randomUUID();
    private static final Instant CHANGED_AT = Instant.parse("2026-11-22T02:53:19.123456Z");

    @Test
    void everyComponentIsReadFromThePropertyOfItsName() throws Exception {
        assertEverything(RecordType.SD, StateEvents.student(event(RecordType.SD)));
        assertEverything(RecordType.EN, StateEvents.enrollment(event(RecordType.EN)));
        assertEverything(RecordType.PP, StateEvents.programParticipation(event(RecordType.PP)));
        assertEverything(RecordType.AT, StateEvents.attendance(event(RecordType.AT)));
    }

    @Test
    void otherProgramsStandInTheOrderOfTheLayout() throws IOException {
        ProgramParticipation programs = StateEvents.programParticipation(event(RecordType.PP));

        Map<String, Object> fields = fields(RecordType.PP);
        assertThat(programs.otherFields().split("\t", -1))
                .containsExactly(ProgramParticipation.otherProperties().stream()
                        .map(property -> String.valueOf(fields.get(property)))
                        .toArray(String[]::new));
    }

    @Test
    void whatIsAbsentHasItsDefault() throws IOException {
        String place = "\"districtNumber\":\"63\",\"schoolNumber\":\"733\",\"calendarNumber\":\"101\",\"year\":2007";
        byte[] bare = ("{\"studentKey\":\"" + STUDENT + "\"," + place + ",\"version\":1,\"homeless\":null}")
                .getBytes(StandardCharsets.UTF_8);

        ProgramParticipation programs = StateEvents.programParticipation(bare);
        assertThat(programs.freeReducedLunch()).isEqualTo("N");
        assertThat(programs.homeless()).isEqualTo("N");
        assertThat(programs.lepStatus()).isEmpty();
        assertThat(programs.otherFields().replace("\t", "")).isEmpty();
        Attendance attendance = StateEvents.attendance(bare);
        assertThat(attendance.testWindowCountAbsent()).isEqualByComparingTo("0");
        assertThat(attendance.aggregateHoursOfInstruction()).isEqualTo("F");
    }

    @Test
    void whatCannotBeCountedIsUnreadable() {
        for (String event : new String[] {
            "{\"version\":1}",
            "{\"studentKey\":null,\"version\":1}",
            "{\"studentKey\":\"no key\",\"version\":1}",
            "{\"studentKey\":\"" + STUDENT + "\",\"districtNumber\":\"63\",\"schoolNumber\":\"7\\u0000\","
                    + "\"calendarNumber\":\"101\",\"year\":2007,\"version\":1}"
        }) {
            assertThatThrownBy(() -> StateEvents.attendance(event.getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Exception.class);
        }
    }

    private static byte[] event(RecordType type) {
        return EventJson.write(new StateChanged(
                1, STUDENT, "200000001", "63", CHANGED_AT, 17, new Source(UUID.randomUUID(), 5), fields(type)));
    }

    /** A value of its own for every field of the layout. */
    private static Map<String, Object> fields(RecordType type) {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : type.layout().dataFields()) {
            String property = field.property();
            if (property.equals("districtNumber") || property.equals("stateId")) {
                continue;
            }
            fields.put(
                    property,
                    switch (property) {
                        case "birthDate", "startDate" -> "2006-08-28";
                        case "endDate" -> "2007-01-19";
                        case "testWindowCountAbsent" -> new BigDecimal("0.333");
                        default -> property + " " + field.number();
                    });
        }
        fields.put("calendarNumber", "101");
        fields.put("year", 2007);
        return fields;
    }

    private static void assertEverything(RecordType type, Versioned read) throws ReflectiveOperationException {
        Map<String, Object> expected = new LinkedHashMap<>(fields(type));
        expected.put("studentKey", STUDENT);
        expected.put("stateId", "200000001");
        expected.put("districtNumber", "63");
        expected.put("changedAt", CHANGED_AT);
        expected.put("version", 17L);
        for (RecordComponent component : read.getClass().getRecordComponents()) {
            if (component.getName().equals("others")) {
                continue;
            }
            Object value = component.getAccessor().invoke(read);
            Object wanted = expected.get(component.getName());
            assertThat(value instanceof LocalDate ? value.toString() : value)
                    .as("%s of %s", component.getName(), type)
                    .isNotNull()
                    .isEqualTo(wanted);
        }
    }
}
