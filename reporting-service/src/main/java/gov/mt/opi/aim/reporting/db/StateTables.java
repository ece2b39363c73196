package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.db.StateTable.Column;
import gov.mt.opi.aim.reporting.readmodel.Attendance;
import gov.mt.opi.aim.reporting.readmodel.Enrollment;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.readmodel.Student;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables of the read model, declared once. */
final class StateTables {

    /** What PostgreSQL takes for "no end". */
    private static final String NO_END = "infinity";

    static final StateTable<Student> STUDENT = new StateTable<>(
            "student",
            "student_key",
            Optional.of("student_key"),
            List.of(
                    text("state_id", Student::stateId),
                    text("district_number", Student::districtNumber),
                    text("local_id", Student::localId),
                    text("last_name", Student::lastName),
                    text("first_name", Student::firstName),
                    text("middle_name", Student::middleName),
                    text("suffix", Student::suffix),
                    text("gender", Student::gender),
                    new Column<>("birth_date", "date", Student::birthDate),
                    text("race_ethnicity", Student::raceEthnicity)));

    static final StateTable<Enrollment> ENROLLMENT = new StateTable<>(
            "enrollment",
            "enrollment_key",
            Optional.of("student_key"),
            List.of(
                    new Column<>("student_key", "uuid", Enrollment::studentKey),
                    new Column<>("place", "uuid", Enrollment::place),
                    text("district_number", Enrollment::districtNumber),
                    text("school_number", Enrollment::schoolNumber),
                    text("calendar_number", Enrollment::calendarNumber),
                    new Column<>("school_year", "integer", Enrollment::year),
                    text("service_type", Enrollment::serviceType),
                    text("grade", Enrollment::grade),
                    new Column<>("first_day", "date", Enrollment::startDate),
                    new Column<>(
                            "last_day",
                            "date",
                            enrollment -> enrollment.endDate() == null ? NO_END : enrollment.endDate()),
                    text("start_status", Enrollment::startStatus),
                    text("end_status", Enrollment::endStatus),
                    text("local_id", Enrollment::localId),
                    text("dropout_reason", Enrollment::dropoutReason)));

    static final StateTable<ProgramParticipation> PROGRAM_PARTICIPATION = new StateTable<>(
            "program_participation",
            "participation_key",
            Optional.of("student_key"),
            List.of(
                    new Column<>("student_key", "uuid", ProgramParticipation::studentKey),
                    new Column<>("place", "uuid", ProgramParticipation::place),
                    text("district_number", ProgramParticipation::districtNumber),
                    text("school_number", ProgramParticipation::schoolNumber),
                    text("calendar_number", ProgramParticipation::calendarNumber),
                    new Column<>("school_year", "integer", ProgramParticipation::year),
                    text("local_id", ProgramParticipation::localId),
                    text("lunch", ProgramParticipation::freeReducedLunch),
                    text("sped", ProgramParticipation::spedStatus),
                    text("section504", ProgramParticipation::section504),
                    text("lep_status", ProgramParticipation::lepStatus),
                    text("homeless", ProgramParticipation::homeless),
                    text("immigrant", ProgramParticipation::immigrant),
                    text("title_i", ProgramParticipation::titleIParticipation),
                    text("other_fields", ProgramParticipation::otherFields),
                    new Column<>("changed_at", "timestamptz", ProgramParticipation::changedAt)));

    static final StateTable<Attendance> ATTENDANCE = new StateTable<>(
            "attendance",
            "attendance_key",
            Optional.empty(),
            List.of(
                    new Column<>("student_key", "uuid", Attendance::studentKey),
                    new Column<>("place", "uuid", Attendance::place),
                    text("district_number", Attendance::districtNumber),
                    text("school_number", Attendance::schoolNumber),
                    text("calendar_number", Attendance::calendarNumber),
                    new Column<>("school_year", "integer", Attendance::year),
                    new Column<>("portion_absent", "numeric", Attendance::testWindowCountAbsent),
                    text("hours", Attendance::aggregateHoursOfInstruction),
                    new Column<>("changed_at", "timestamptz", Attendance::changedAt)));

    private StateTables() {}

    private static <T> Column<T> text(String name, Function<T, Object> value) {
        return new Column<>(name, "text", value);
    }
}
