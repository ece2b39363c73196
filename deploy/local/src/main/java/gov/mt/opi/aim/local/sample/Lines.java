package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The lines of an MT1.3 file (spec 2.2 to 2.8), written by hand and not from the layouts that they are judged by. */
public final class Lines {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    private static final String CALENDAR = "101";
    private static final String YEAR = "2007";

    private Lines() {}

    /** @param time HH:MM:SS */
    public static String header(LocalDate date, String time, String version) {
        return String.join("\t", "HD", DATE.format(date), time, version);
    }

    public static String demographics(String district, Student student) {
        return String.join(
                "\t",
                "SD",
                district,
                student.stateId(),
                student.localId(),
                student.lastName(),
                student.firstName(),
                student.middleName(),
                "",
                student.gender(),
                DATE.format(student.birthDate()),
                "",
                student.raceEthnicity(),
                "",
                "",
                "");
    }

    static String enrollment(String district, Student student, Enrollment enrollment) {
        return String.join(
                "\t",
                "EN",
                district,
                enrollment.school(),
                CALENDAR,
                YEAR,
                student.stateId(),
                student.localId(),
                enrollment.serviceType(),
                DATE.format(enrollment.start()),
                enrollment.startStatus(),
                enrollment.end() == null ? "" : DATE.format(enrollment.end()),
                enrollment.endStatus(),
                enrollment.dropoutReason(),
                enrollment.grade());
    }

    static String programs(String district, Student student, String school, Programs programs) {
        boolean titleI = programs.titleI();
        boolean homeless = programs.homeless();
        boolean learner = programs.englishLearner();
        boolean immigrant = programs.immigrant();
        return String.join(
                "\t",
                "PP",
                district,
                school,
                CALENDAR,
                student.lastName(),
                student.firstName(),
                student.stateId(),
                student.localId(),
                programs.lunch(),
                yes(programs.specialEducation()),
                yes(programs.section504()),
                yes(titleI),
                titleI ? "TAS" : "",
                yes(titleI),
                "N",
                "N",
                "N",
                "N",
                "N",
                "N",
                "N",
                "N",
                "N",
                "N",
                "N",
                yes(homeless),
                yes(homeless),
                homeless ? "02" : "",
                "N",
                "",
                learner ? "10" : "",
                learner ? "01" : "",
                learner ? "09/05/2005" : "",
                yes(learner),
                yes(immigrant),
                immigrant ? "08/22/2005" : "",
                YEAR);
    }

    /**
     * @param absent portion of the count date, such as {@code 0.333}
     * @param hours letter of Appendix J
     */
    static String attendance(String district, Student student, String school, String absent, String hours) {
        return String.join(
                "\t",
                "AT",
                district,
                school,
                CALENDAR,
                student.stateId(),
                student.lastName(),
                student.firstName(),
                absent,
                hours);
    }

    private static String yes(boolean answer) {
        return answer ? "Y" : "N";
    }
}
