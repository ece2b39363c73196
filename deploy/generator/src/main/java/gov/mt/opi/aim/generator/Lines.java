package gov.mt.opi.aim.generator;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** The lines of an MT1.3 file (spec 2.2 to 2.8). */
final class Lines {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    private static final String CALENDAR = "101";

    private Lines() {}

    static String date(LocalDate day) {
        return DATE.format(day);
    }

    static String header(LocalDate day) {
        return "HD\t" + date(day) + "\t12:00:00\tMT1.3";
    }

    static String demographics(Child child, String district, String lastName) {
        return String.join(
                "\t",
                "SD",
                district,
                child.stateId,
                localId(child),
                lastName,
                child.firstName,
                "",
                "",
                child.girl ? "F" : "M",
                date(child.birthDate),
                "",
                child.race,
                "",
                "",
                "");
    }

    /** A line of demographics with a race that may be none; all that says who the student is stays readable. */
    static String withOtherRace(String demographics, String race) {
        String[] cells = demographics.split("\t", -1);
        cells[11] = race;
        return String.join("\t", cells);
    }

    static String enrollment(Child child, Child.Enrollment enrollment) {
        return String.join(
                "\t",
                "EN",
                enrollment.district(),
                enrollment.school(),
                CALENDAR,
                String.valueOf(Child.YEAR),
                child.stateId,
                localId(child),
                enrollment.type(),
                date(enrollment.first()),
                enrollment.startStatus(),
                enrollment.last() == null ? "" : date(enrollment.last()),
                enrollment.endStatus(),
                enrollment.dropoutReason(),
                enrollment.grade());
    }

    static String programs(Child child, String district, String school) {
        return String.join(
                "\t",
                "PP",
                district,
                school,
                CALENDAR,
                child.lastName,
                child.firstName,
                child.stateId,
                localId(child),
                child.lunch,
                yes(child.specialEducation),
                yes(child.section504),
                yes(child.titleI),
                child.titleI ? "TAS" : "",
                yes(child.titleI),
                "N\tN\tN\tN\tN\tN\tN\tN\tN\tN\tN",
                yes(child.homeless),
                yes(child.homeless),
                child.homeless ? "02" : "",
                "N",
                "",
                child.learner ? "10" : "",
                child.learner ? "01" : "",
                child.learner ? "09/05/2005" : "",
                yes(child.learner),
                yes(child.immigrant),
                child.immigrant ? "08/22/2005" : "",
                String.valueOf(Child.YEAR));
    }

    static String attendance(Child child, String district, String school) {
        return String.join(
                "\t",
                "AT",
                district,
                school,
                CALENDAR,
                child.stateId,
                child.lastName,
                child.firstName,
                child.absent,
                child.hours);
    }

    private static String localId(Child child) {
        return String.valueOf(10_000 + child.number);
    }

    private static String yes(boolean answer) {
        return answer ? "Y" : "N";
    }
}
