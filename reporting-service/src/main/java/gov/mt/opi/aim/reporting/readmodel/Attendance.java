package gov.mt.opi.aim.reporting.readmodel;

import static gov.mt.opi.aim.reporting.readmodel.Stated.code;
import static gov.mt.opi.aim.reporting.readmodel.Stated.codeOr;
import static gov.mt.opi.aim.reporting.readmodel.Stated.required;
import static gov.mt.opi.aim.reporting.readmodel.Stated.versioned;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What reports need of a test-window attendance (spec 2.8). The components are named like the properties of the event they
 * come from; a blank one has the default of its layout.
 *
 * @param studentKey the student
 * @param districtNumber district, without leading zeros
 * @param schoolNumber school
 * @param calendarNumber calendar of the school
 * @param year school year by its last year
 * @param testWindowCountAbsent portion of the count date absent, 0 to 1
 * @param aggregateHoursOfInstruction code of appendix J
 * @param changedAt when the statewide view changed
 * @param version version of this state
 */
public record Attendance(
        UUID studentKey,
        String districtNumber,
        String schoolNumber,
        String calendarNumber,
        Integer year,
        BigDecimal testWindowCountAbsent,
        String aggregateHoursOfInstruction,
        Instant changedAt,
        long version)
        implements Versioned {

    public Attendance {
        versioned(version);
        required("studentKey", studentKey);
        code("districtNumber", districtNumber);
        code("schoolNumber", schoolNumber);
        code("calendarNumber", calendarNumber);
        required("year", year);
        testWindowCountAbsent = Optional.ofNullable(testWindowCountAbsent).orElse(BigDecimal.ZERO);
        if (testWindowCountAbsent.signum() < 0 || testWindowCountAbsent.compareTo(BigDecimal.ONE) > 0) {
            throw new IllegalArgumentException("testWindowCountAbsent is not from 0 to 1");
        }
        aggregateHoursOfInstruction = codeOr("aggregateHoursOfInstruction", aggregateHoursOfInstruction, "F");
        changedAt = changedAt == null ? Instant.EPOCH : changedAt;
    }

    /** Where the student is; see {@link Place}. */
    public UUID place() {
        return Place.of(studentKey, districtNumber, schoolNumber, calendarNumber, year);
    }
}
