package gov.mt.opi.aim.reporting.kafka;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.reporting.readmodel.Attendance;
import gov.mt.opi.aim.reporting.readmodel.Enrollment;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.readmodel.Student;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Reads the values of the state topics into what reports need of them, and passes over the rest. A component has the name of
 * its property.
 */
final class StateEvents {

    private static final PropertyNames NAMES = names();
    private static final Map<String, Integer> OTHER_FIELDS = otherFields();

    private StateEvents() {}

    static Student student(byte[] value) throws IOException {
        JsonObject json = new JsonObject(value, NAMES);
        String stateId = null;
        String districtNumber = null;
        String localId = null;
        String lastName = null;
        String firstName = null;
        String middleName = null;
        String suffix = null;
        String gender = null;
        LocalDate birthDate = null;
        String raceEthnicity = null;
        long version = 0;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "stateId" -> stateId = json.text();
                case "districtNumber" -> districtNumber = json.text();
                case "localId" -> localId = json.text();
                case "lastName" -> lastName = json.text();
                case "firstName" -> firstName = json.text();
                case "middleName" -> middleName = json.text();
                case "suffix" -> suffix = json.text();
                case "gender" -> gender = json.text();
                case "birthDate" -> birthDate = json.date();
                case "raceEthnicity" -> raceEthnicity = json.text();
                case "version" -> version = json.number();
                default -> json.skip();
            }
        }
        return new Student(
                stateId,
                districtNumber,
                localId,
                lastName,
                firstName,
                middleName,
                suffix,
                gender,
                birthDate,
                raceEthnicity,
                version);
    }

    static Enrollment enrollment(byte[] value) throws IOException {
        JsonObject json = new JsonObject(value, NAMES);
        UUID studentKey = null;
        String districtNumber = null;
        String schoolNumber = null;
        String calendarNumber = null;
        Integer year = null;
        String serviceType = null;
        String grade = null;
        LocalDate startDate = null;
        LocalDate endDate = null;
        String startStatus = null;
        String endStatus = null;
        String localId = null;
        String dropoutReason = null;
        long version = 0;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "studentKey" -> studentKey = json.uuid();
                case "districtNumber" -> districtNumber = json.text();
                case "schoolNumber" -> schoolNumber = json.text();
                case "calendarNumber" -> calendarNumber = json.text();
                case "year" -> year = year(json);
                case "serviceType" -> serviceType = json.text();
                case "grade" -> grade = json.text();
                case "startDate" -> startDate = json.date();
                case "endDate" -> endDate = json.date();
                case "startStatus" -> startStatus = json.text();
                case "endStatus" -> endStatus = json.text();
                case "localId" -> localId = json.text();
                case "dropoutReason" -> dropoutReason = json.text();
                case "version" -> version = json.number();
                default -> json.skip();
            }
        }
        return new Enrollment(
                studentKey,
                districtNumber,
                schoolNumber,
                calendarNumber,
                year,
                serviceType,
                grade,
                startDate,
                endDate,
                startStatus,
                endStatus,
                localId,
                dropoutReason,
                version);
    }

    static ProgramParticipation programParticipation(byte[] value) throws IOException {
        JsonObject json = new JsonObject(value, NAMES);
        UUID studentKey = null;
        String districtNumber = null;
        String schoolNumber = null;
        String calendarNumber = null;
        Integer year = null;
        String freeReducedLunch = null;
        String spedStatus = null;
        String section504 = null;
        String lepStatus = null;
        String homeless = null;
        String immigrant = null;
        String titleIParticipation = null;
        String localId = null;
        String[] others = new String[OTHER_FIELDS.size()];
        Instant changedAt = null;
        long version = 0;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "studentKey" -> studentKey = json.uuid();
                case "districtNumber" -> districtNumber = json.text();
                case "schoolNumber" -> schoolNumber = json.text();
                case "calendarNumber" -> calendarNumber = json.text();
                case "year" -> year = year(json);
                case "freeReducedLunch" -> freeReducedLunch = json.text();
                case "spedStatus" -> spedStatus = json.text();
                case "section504" -> section504 = json.text();
                case "lepStatus" -> lepStatus = json.text();
                case "homeless" -> homeless = json.text();
                case "immigrant" -> immigrant = json.text();
                case "titleIParticipation" -> titleIParticipation = json.text();
                case "localId" -> localId = json.text();
                case "changedAt" -> changedAt = json.instant();
                case "version" -> version = json.number();
                default -> {
                    Integer other = OTHER_FIELDS.get(name);
                    if (other == null) {
                        json.skip();
                    } else {
                        others[other] = json.text();
                    }
                }
            }
        }
        return new ProgramParticipation(
                studentKey,
                districtNumber,
                schoolNumber,
                calendarNumber,
                year,
                freeReducedLunch,
                spedStatus,
                section504,
                lepStatus,
                homeless,
                immigrant,
                titleIParticipation,
                localId,
                Arrays.asList(others),
                changedAt,
                version);
    }

    static Attendance attendance(byte[] value) throws IOException {
        JsonObject json = new JsonObject(value, NAMES);
        UUID studentKey = null;
        String districtNumber = null;
        String schoolNumber = null;
        String calendarNumber = null;
        Integer year = null;
        BigDecimal testWindowCountAbsent = null;
        String aggregateHoursOfInstruction = null;
        Instant changedAt = null;
        long version = 0;
        for (String name = json.next(); name != null; name = json.next()) {
            switch (name) {
                case "studentKey" -> studentKey = json.uuid();
                case "districtNumber" -> districtNumber = json.text();
                case "schoolNumber" -> schoolNumber = json.text();
                case "calendarNumber" -> calendarNumber = json.text();
                case "year" -> year = year(json);
                case "testWindowCountAbsent" -> testWindowCountAbsent = json.decimal();
                case "aggregateHoursOfInstruction" -> aggregateHoursOfInstruction = json.text();
                case "changedAt" -> changedAt = json.instant();
                case "version" -> version = json.number();
                default -> json.skip();
            }
        }
        return new Attendance(
                studentKey,
                districtNumber,
                schoolNumber,
                calendarNumber,
                year,
                testWindowCountAbsent,
                aggregateHoursOfInstruction,
                changedAt,
                version);
    }

    private static Integer year(JsonObject json) throws IOException {
        return json.isNull() ? null : Math.toIntExact(json.number());
    }

    private static PropertyNames names() {
        // The envelope of all four, and every field of every layout.
        Set<String> names = new HashSet<>(
                List.of("studentKey", "stateId", "districtNumber", "changedAt", "version", "calendarNumber", "year"));
        for (RecordType type : RecordType.values()) {
            type.layout().dataFields().stream().map(Field::property).forEach(names::add);
        }
        return new PropertyNames(names);
    }

    private static Map<String, Integer> otherFields() {
        Map<String, Integer> others = new HashMap<>();
        ProgramParticipation.otherProperties().forEach(property -> others.put(property, others.size()));
        return others;
    }
}
