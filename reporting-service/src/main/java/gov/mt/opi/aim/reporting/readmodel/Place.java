package gov.mt.opi.aim.reporting.readmodel;

import java.nio.charset.StandardCharsets;
import java.util.UUID;

/**
 * Where a student is: district, school, calendar and year. Program data and attendance belong to the enrollments of the
 * same place ({@code reports.md}, Membership on date D).
 */
final class Place {

    private Place() {}

    /** One value for a student's place, the same for the same five values; comparing it is cheaper than comparing five. */
    static UUID of(UUID student, String district, String school, String calendar, int year) {
        String place = student + "/" + district + "/" + school + "/" + calendar + "/" + year;
        return UUID.nameUUIDFromBytes(place.getBytes(StandardCharsets.UTF_8));
    }
}
