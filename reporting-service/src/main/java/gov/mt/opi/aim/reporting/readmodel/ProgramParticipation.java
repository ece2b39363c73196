package gov.mt.opi.aim.reporting.readmodel;

import static gov.mt.opi.aim.reporting.readmodel.Stated.code;
import static gov.mt.opi.aim.reporting.readmodel.Stated.codeOr;
import static gov.mt.opi.aim.reporting.readmodel.Stated.required;
import static gov.mt.opi.aim.reporting.readmodel.Stated.versioned;

import java.time.Instant;
import java.util.UUID;

/**
 * What counts need of a program participation (spec 2.7). The components are named like the properties of the event they
 * come from; a blank one has the default of its layout.
 *
 * @param studentKey the student
 * @param districtNumber district, without leading zeros
 * @param schoolNumber school
 * @param calendarNumber calendar of the school
 * @param year school year by its last year
 * @param freeReducedLunch F, R or N
 * @param spedStatus Y or N
 * @param section504 Y or N
 * @param lepStatus code of appendix I, empty for none
 * @param homeless Y or N
 * @param immigrant Y or N
 * @param titleIParticipation Y or N
 * @param changedAt when the statewide view changed
 * @param version version of this state
 */
public record ProgramParticipation(
        UUID studentKey,
        String districtNumber,
        String schoolNumber,
        String calendarNumber,
        Integer year,
        String freeReducedLunch,
        String spedStatus,
        String section504,
        String lepStatus,
        String homeless,
        String immigrant,
        String titleIParticipation,
        Instant changedAt,
        long version)
        implements Versioned {

    public ProgramParticipation {
        versioned(version);
        required("studentKey", studentKey);
        code("districtNumber", districtNumber);
        code("schoolNumber", schoolNumber);
        code("calendarNumber", calendarNumber);
        required("year", year);
        freeReducedLunch = codeOr("freeReducedLunch", freeReducedLunch, "N");
        spedStatus = codeOr("spedStatus", spedStatus, "N");
        section504 = codeOr("section504", section504, "N");
        lepStatus = codeOr("lepStatus", lepStatus, "");
        homeless = codeOr("homeless", homeless, "N");
        immigrant = codeOr("immigrant", immigrant, "N");
        titleIParticipation = codeOr("titleIParticipation", titleIParticipation, "N");
        changedAt = changedAt == null ? Instant.EPOCH : changedAt;
    }

    /** Where the student is; see {@link Place}. */
    public UUID place() {
        return Place.of(studentKey, districtNumber, schoolNumber, calendarNumber, year);
    }
}
