package gov.mt.opi.aim.reporting.extract;

import gov.mt.opi.aim.reporting.report.TableReport;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The files that are made from a snapshot: tab delimited, UTF-8, a header line, a line feed behind each line. */
public enum Extract {
    ASSESSMENT_REGISTRATION(
            "assessment-registration",
            "Members (Primary) in tested grades on the count date, for the registration of the state test, ordered by"
                    + " district, school, grade, last and first name. Birth dates are MM/DD/YYYY. Who might be expected and"
                    + " is not in it is in assessment-registration-left-out, with the reason.",
            "district",
            "school",
            "grade",
            "stateId",
            "lastName",
            "firstName",
            "middleName",
            "suffix",
            "birthDate",
            "gender",
            "raceEthnicity",
            "lunch",
            "sped",
            "lepStatus"),
    ASSESSMENT_REGISTRATION_LEFT_OUT(
            "assessment-registration-left-out",
            "Students who were there on the count date and are not in assessment-registration: in an ungraded class;"
                    + " without a State ID, a name or a birth date; in a tested grade with a Secondary enrollment or Special"
                    + " Ed Services only.",
            "district",
            "school",
            "grade",
            "stateId",
            "lastName",
            "firstName",
            "reason"),
    FUNDING(
            "funding",
            "Members (Primary) on the count date by district, school and grade, and how many of them have race/ethnicity"
                    + " 01, American Indian or Alaskan Native. It is an enrollment count, not the statutory ANB.",
            "district",
            "school",
            "grade",
            "students",
            "americanIndian"),
    CHILD_NUTRITION(
            "child-nutrition",
            "Members (Primary) on the count date by school and lunch status: F free, R reduced, N not eligible or not"
                    + " reported.",
            "district",
            "school",
            "lunch",
            "stateId",
            "lastName",
            "firstName",
            "grade"),
    SPECIAL_EDUCATION(
            "special-education",
            "Members (Primary) on the count date with SPED status Y, by district and age in years on that date. It is not"
                    + " the IDEA child count, for which MT1.3 has not the data.",
            "district",
            "age",
            "students");

    private final String id;
    private final String definition;
    private final List<String> columns;
    private final String query;

    Extract(String id, String definition, String... columns) {
        this.id = id;
        this.definition = definition;
        this.columns = List.of(columns);
        this.query = TableReport.relation(Extract.class, id + ".sql");
    }

    public static Optional<Extract> of(String id) {
        return Arrays.stream(values()).filter(extract -> extract.id.equals(id)).findFirst();
    }

    public String id() {
        return id;
    }

    public String definition() {
        return definition;
    }

    public List<String> columns() {
        return columns;
    }

    /** SQL with the columns in order; it may use the parameters snapshot, district and tested_grades. */
    public String query() {
        return query;
    }
}
