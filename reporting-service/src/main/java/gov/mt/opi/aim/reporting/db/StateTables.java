package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.chassis.db.ColumnType;
import gov.mt.opi.aim.reporting.db.StateTable.Column;
import gov.mt.opi.aim.reporting.db.StateTable.Owner;
import gov.mt.opi.aim.reporting.readmodel.Attendance;
import gov.mt.opi.aim.reporting.readmodel.Enrollment;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.readmodel.Student;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The tables of the read model, declared once. */
final class StateTables {

    static final StateTable<Student> STUDENT = new StateTable<>(
            "student",
            "student_key",
            Optional.of(new Owner<>("student_key", (key, student) -> key)),
            List.of(
                    text("state_id", Student::stateId),
                    text("district_number", Student::districtNumber),
                    text("local_id", Student::localId),
                    text("last_name", Student::lastName),
                    text("first_name", Student::firstName),
                    text("middle_name", Student::middleName),
                    text("suffix", Student::suffix),
                    text("gender", Student::gender),
                    new Column<>("birth_date", ColumnType.DATE, Student::birthDate),
                    text("race_ethnicity", Student::raceEthnicity)));

    static final StateTable<Enrollment> ENROLLMENT = new StateTable<>(
            "enrollment",
            "enrollment_key",
            Optional.of(new Owner<>("student_key", (key, enrollment) -> enrollment.studentKey())),
            List.of(
                    new Column<>("student_key", ColumnType.UUID, Enrollment::studentKey),
                    new Column<>("place", ColumnType.UUID, Enrollment::place),
                    text("district_number", Enrollment::districtNumber),
                    text("school_number", Enrollment::schoolNumber),
                    text("calendar_number", Enrollment::calendarNumber),
                    new Column<>("school_year", ColumnType.INTEGER, Enrollment::year),
                    text("service_type", Enrollment::serviceType),
                    text("grade", Enrollment::grade),
                    new Column<>("first_day", ColumnType.DATE, Enrollment::startDate),
                    new Column<>(
                            "last_day",
                            ColumnType.DATE,
                            enrollment -> enrollment.endDate() == null ? ColumnType.NO_END : enrollment.endDate()),
                    text("start_status", Enrollment::startStatus),
                    text("end_status", Enrollment::endStatus),
                    text("local_id", Enrollment::localId),
                    text("dropout_reason", Enrollment::dropoutReason)));

    static final StateTable<ProgramParticipation> PROGRAM_PARTICIPATION = new StateTable<>(
            "program_participation",
            "participation_key",
            Optional.of(new Owner<>("student_key", (key, programs) -> programs.studentKey())),
            List.of(
                    new Column<>("student_key", ColumnType.UUID, ProgramParticipation::studentKey),
                    new Column<>("place", ColumnType.UUID, ProgramParticipation::place),
                    text("district_number", ProgramParticipation::districtNumber),
                    text("school_number", ProgramParticipation::schoolNumber),
                    text("calendar_number", ProgramParticipation::calendarNumber),
                    new Column<>("school_year", ColumnType.INTEGER, ProgramParticipation::year),
                    text("local_id", ProgramParticipation::localId),
                    text("lunch", ProgramParticipation::freeReducedLunch),
                    text("sped", ProgramParticipation::spedStatus),
                    text("section504", ProgramParticipation::section504),
                    text("lep_status", ProgramParticipation::lepStatus),
                    text("homeless", ProgramParticipation::homeless),
                    text("immigrant", ProgramParticipation::immigrant),
                    text("title_i", ProgramParticipation::titleIParticipation),
                    text("other_fields", ProgramParticipation::otherFields),
                    new Column<>("changed_at", ColumnType.TIMESTAMPTZ, ProgramParticipation::changedAt)));

    static final StateTable<Attendance> ATTENDANCE = new StateTable<>(
            "attendance",
            "attendance_key",
            Optional.empty(),
            List.of(
                    new Column<>("student_key", ColumnType.UUID, Attendance::studentKey),
                    new Column<>("place", ColumnType.UUID, Attendance::place),
                    text("district_number", Attendance::districtNumber),
                    text("school_number", Attendance::schoolNumber),
                    text("calendar_number", Attendance::calendarNumber),
                    new Column<>("school_year", ColumnType.INTEGER, Attendance::year),
                    new Column<>("portion_absent", ColumnType.NUMERIC, Attendance::testWindowCountAbsent),
                    text("hours", Attendance::aggregateHoursOfInstruction),
                    new Column<>("changed_at", ColumnType.TIMESTAMPTZ, Attendance::changedAt)));

    private StateTables() {}

    private static <T> Column<T> text(String name, Function<T, Object> value) {
        return new Column<>(name, ColumnType.TEXT, value);
    }
}
