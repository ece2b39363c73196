package gov.mt.opi.aim.reporting.readmodel;

import static gov.mt.opi.aim.reporting.readmodel.Stated.code;
import static gov.mt.opi.aim.reporting.readmodel.Stated.codeOr;
import static gov.mt.opi.aim.reporting.readmodel.Stated.date;
import static gov.mt.opi.aim.reporting.readmodel.Stated.required;
import static gov.mt.opi.aim.reporting.readmodel.Stated.versioned;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What reports need of an enrollment (spec 2.6). The components are named like the properties of the event they come from.
 *
 * @param studentKey the student
 * @param districtNumber district, without leading zeros
 * @param schoolNumber school, unique within its district only
 * @param calendarNumber calendar of the school
 * @param year school year by its last year
 * @param serviceType P, S or N; P when blank
 * @param grade code of appendix G
 * @param startDate first day enrolled
 * @param endDate last day enrolled, null while it has no end
 * @param startStatus code of appendix A, empty when blank
 * @param endStatus code of appendix B, empty when blank
 * @param localId the student's local ID as the record has it, empty when blank
 * @param dropoutReason code of appendix C, empty when blank
 * @param version version of this state
 */
public record Enrollment(
        UUID studentKey,
        String districtNumber,
        String schoolNumber,
        String calendarNumber,
        Integer year,
        String serviceType,
        String grade,
        LocalDate startDate,
        LocalDate endDate,
        String startStatus,
        String endStatus,
        String localId,
        String dropoutReason,
        long version)
        implements Versioned {

    public Enrollment {
        versioned(version);
        required("studentKey", studentKey);
        code("districtNumber", districtNumber);
        code("schoolNumber", schoolNumber);
        code("calendarNumber", calendarNumber);
        required("year", year);
        code("grade", grade);
        required("startDate", startDate);
        date("startDate", startDate);
        date("endDate", endDate);
        serviceType = codeOr("serviceType", serviceType, "P");
        startStatus = codeOr("startStatus", startStatus, "");
        endStatus = codeOr("endStatus", endStatus, "");
        localId = codeOr("localId", localId, "");
        dropoutReason = codeOr("dropoutReason", dropoutReason, "");
    }

    /** Where the student is; see {@link Place}. */
    public UUID place() {
        return Place.of(studentKey, districtNumber, schoolNumber, calendarNumber, year);
    }
}
