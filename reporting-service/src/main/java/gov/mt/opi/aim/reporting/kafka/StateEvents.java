package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.reporting.kafka.EventFields.Names;
import gov.mt.opi.aim.reporting.readmodel.Attendance;
import gov.mt.opi.aim.reporting.readmodel.Enrollment;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.readmodel.Student;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Reads the values of the state topics into what reports need of them, and passes over the rest. A component has the name of
 * its property.
 */
final class StateEvents {

    private static final Names NAMES = names();

    private StateEvents() {}

    static Student student(byte[] value) throws IOException {
        EventFields event = EventFields.read(value, NAMES);
        return new Student(
                event.text("stateId"),
                event.text("districtNumber"),
                event.text("localId"),
                event.text("lastName"),
                event.text("firstName"),
                event.text("middleName"),
                event.text("suffix"),
                event.text("gender"),
                event.date("birthDate"),
                event.text("raceEthnicity"),
                version(event));
    }

    static Enrollment enrollment(byte[] value) throws IOException {
        EventFields event = EventFields.read(value, NAMES);
        return new Enrollment(
                event.uuid("studentKey"),
                event.text("districtNumber"),
                event.text("schoolNumber"),
                event.text("calendarNumber"),
                event.year("year"),
                event.text("serviceType"),
                event.text("grade"),
                event.date("startDate"),
                event.date("endDate"),
                event.text("startStatus"),
                event.text("endStatus"),
                event.text("localId"),
                event.text("dropoutReason"),
                version(event));
    }

    static ProgramParticipation programParticipation(byte[] value) throws IOException {
        EventFields event = EventFields.read(value, NAMES);
        return new ProgramParticipation(
                event.uuid("studentKey"),
                event.text("districtNumber"),
                event.text("schoolNumber"),
                event.text("calendarNumber"),
                event.year("year"),
                event.text("freeReducedLunch"),
                event.text("spedStatus"),
                event.text("section504"),
                event.text("lepStatus"),
                event.text("homeless"),
                event.text("immigrant"),
                event.text("titleIParticipation"),
                event.text("localId"),
                others(event),
                event.instant("changedAt"),
                version(event));
    }

    static Attendance attendance(byte[] value) throws IOException {
        EventFields event = EventFields.read(value, NAMES);
        return new Attendance(
                event.uuid("studentKey"),
                event.text("districtNumber"),
                event.text("schoolNumber"),
                event.text("calendarNumber"),
                event.year("year"),
                event.decimal("testWindowCountAbsent"),
                event.text("aggregateHoursOfInstruction"),
                event.instant("changedAt"),
                version(event));
    }

    /** What has no version is not whole, and is refused as version 0. */
    private static long version(EventFields event) {
        Long version = event.number("version");
        return version == null ? 0 : version;
    }

    private static List<String> others(EventFields event) {
        List<String> properties = ProgramParticipation.otherProperties();
        String[] others = new String[properties.size()];
        for (int i = 0; i < others.length; i++) {
            others[i] = event.text(properties.get(i));
        }
        return Arrays.asList(others);
    }

    private static Names names() {
        // The envelope of all four, and every field of every layout.
        Set<String> names = new HashSet<>(
                List.of("studentKey", "stateId", "districtNumber", "changedAt", "version", "calendarNumber", "year"));
        for (RecordType type : RecordType.values()) {
            type.layout().dataFields().stream().map(Field::property).forEach(names::add);
        }
        return new Names(names);
    }
}
