package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * A stay at a school, as far as rules look at it; both ends are days enrolled (spec 2.6).
 *
 * @param districtNumber the district
 * @param schoolNumber the school
 * @param calendarNumber the calendar
 * @param year the school year by its last year
 * @param serviceType P, S or N
 * @param startStatus code of Appendix A
 * @param start first day
 * @param endStatus code of Appendix B, empty while it is open
 * @param end last day; {@link LocalDate#MAX} while it is open
 */
public record Enrollment(
        String districtNumber,
        String schoolNumber,
        String calendarNumber,
        String year,
        String serviceType,
        String startStatus,
        LocalDate start,
        String endStatus,
        LocalDate end) {

    /** Service Type of special education services only. */
    static final String SERVICES_ONLY = "N";

    private static final DateTimeFormatter AS_IN_FILES = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    /** The enrollment that an EN record tells. */
    public static Enrollment of(RecordAccepted record) {
        return new Enrollment(
                record.districtNumber(),
                record.text("schoolNumber"),
                record.text("calendarNumber"),
                record.text("year"),
                record.text("serviceType"),
                record.text("startStatus"),
                LocalDate.parse(record.text("startDate")),
                Optional.ofNullable(record.text("endStatus")).orElse(""),
                Optional.ofNullable(record.text("endDate"))
                        .map(LocalDate::parse)
                        .orElse(LocalDate.MAX));
    }

    public boolean isPrimary() {
        return serviceType.equals("P");
    }

    public boolean isSecondary() {
        return serviceType.equals("S");
    }

    /** True for special education services only. */
    public boolean isServicesOnly() {
        return serviceType.equals(SERVICES_ONLY);
    }

    public boolean covers(LocalDate day) {
        return !day.isBefore(start) && !day.isAfter(end);
    }

    public boolean overlaps(Enrollment other) {
        return !start.isAfter(other.end) && !other.start.isAfter(end);
    }

    public boolean inDistrict(String district) {
        return districtNumber.equals(district);
    }

    public boolean inDistrictOf(Enrollment other) {
        return districtNumber.equals(other.districtNumber);
    }

    public boolean inSchoolOf(Enrollment other) {
        return inSchool(other.districtNumber, other.schoolNumber);
    }

    public boolean inSchool(String district, String school) {
        return districtNumber.equals(district) && schoolNumber.equals(school);
    }

    public boolean inCalendar(String district, String school, String calendar, String schoolYear) {
        return inSchool(district, school) && calendarNumber.equals(calendar) && year.equals(schoolYear);
    }

    /** True when both are the same thing, told twice. */
    boolean sameKey(Enrollment other) {
        return start.equals(other.start)
                && inCalendar(other.districtNumber, other.schoolNumber, other.calendarNumber, other.year);
    }

    /** School and days, as a clerk knows them. */
    public String inWords() {
        return "school " + schoolNumber + ", " + inWords(start)
                + (end.equals(LocalDate.MAX) ? " and still open" : " to " + inWords(end));
    }

    /** A date as it is written in files. */
    public static String inWords(LocalDate date) {
        return AS_IN_FILES.format(date);
    }
}
