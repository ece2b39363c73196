package gov.mt.opi.aim.reporting.readmodel;

import static gov.mt.opi.aim.reporting.readmodel.Stated.code;
import static gov.mt.opi.aim.reporting.readmodel.Stated.codeOr;
import static gov.mt.opi.aim.reporting.readmodel.Stated.required;
import static gov.mt.opi.aim.reporting.readmodel.Stated.versioned;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * What reports need of a program participation (spec 2.7). The components are named like the properties of the event they
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
 * @param localId the student's local ID as the record has it, empty when blank
 * @param others the fields that nothing counts by, in the order of {@link #otherProperties}; null for a blank
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
        String localId,
        List<String> others,
        Instant changedAt,
        long version)
        implements Versioned {

    private static final Set<String> COUNTED_OR_KNOWN_OTHERWISE = Set.of(
            "districtNumber",
            "schoolNumber",
            "calendarNumber",
            "year",
            "stateId",
            "lastName",
            "firstName",
            "localId",
            "freeReducedLunch",
            "spedStatus",
            "section504",
            "lepStatus",
            "homeless",
            "immigrant",
            "titleIParticipation");
    private static final List<String> OTHER_PROPERTIES = RecordType.PP.layout().dataFields().stream()
            .map(Field::property)
            .filter(property -> !COUNTED_OR_KNOWN_OTHERWISE.contains(property))
            .toList();

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
        localId = codeOr("localId", localId, "");
        if (others.size() != OTHER_PROPERTIES.size()) {
            throw new IllegalArgumentException("other fields are not those of the layout");
        }
        changedAt = changedAt == null ? Instant.EPOCH : changedAt;
    }

    /** The fields of the layout that nothing counts by, in its order. */
    public static List<String> otherProperties() {
        return OTHER_PROPERTIES;
    }

    /**
     * The fields that nothing counts by, as they stand in a file, with tabs between them.
     *
     * @throws IllegalArgumentException when one could not stand in a file
     */
    public String otherFields() {
        // Most students have the same programs, which is none.
        Line last = lastLine;
        if (!last.fields.equals(others)) {
            last = new Line(others, line(others));
            lastLine = last;
        }
        return last.text;
    }

    private record Line(List<String> fields, String text) {}

    private static volatile Line lastLine = new Line(List.of(), "");

    private static String line(List<String> fields) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            line.append(i == 0 ? "" : "\t").append(codeOr(OTHER_PROPERTIES.get(i), fields.get(i), ""));
        }
        return line.toString();
    }

    /** Where the student is; see {@link Place}. */
    public UUID place() {
        return Place.of(studentKey, districtNumber, schoolNumber, calendarNumber, year);
    }
}
