package gov.mt.opi.aim.statestore.student.file;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import gov.mt.opi.aim.contracts.event.Source;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * All that the state knows of a student.
 *
 * @param entry the current identity
 * @param retiredId the State ID that was asked for, when it was merged into this student's
 * @param names every identity, oldest first, each with the time from which it was used
 * @param localIds the local IDs by which districts know the student
 * @param enrollments enrollments by start date
 * @param programParticipation program participation by year
 * @param testWindowAttendance test-window attendance by year
 */
public record StudentFile(
        @JsonUnwrapped Entry entry,
        @JsonInclude(JsonInclude.Include.NON_ABSENT) Optional<String> retiredId,
        List<Name> names,
        List<LocalIdEntry> localIds,
        List<RecordEntry> enrollments,
        List<RecordEntry> programParticipation,
        List<RecordEntry> testWindowAttendance) {

    /**
     * Who a student is now.
     *
     * @param studentKey opaque key, as on the state topics
     * @param stateId State ID
     * @param districtNumber the district that sent the student last
     * @param version grows with every change
     * @param changedAt when the view changed, UTC
     * @param source the line it came from
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Entry(
            UUID studentKey,
            String stateId,
            String districtNumber,
            String localId,
            String lastName,
            String firstName,
            String middleName,
            String suffix,
            String gender,
            LocalDate birthDate,
            String raceEthnicity,
            long version,
            Instant changedAt,
            Source source) {}

    /**
     * An identity and when it was used.
     *
     * @param effectiveDate date of the header of the file that brought it
     * @param effectiveAt date and time of that header, Mountain time
     */
    public record Name(
            LocalDate effectiveDate,
            LocalDateTime effectiveAt,
            String lastName,
            String firstName,
            String middleName,
            String suffix,
            String gender,
            LocalDate birthDate,
            Source source) {}

    /** A local ID as the district wrote it. */
    public record LocalIdEntry(String districtNumber, String localId, Source source) {}

    /**
     * A record that hangs on the student.
     *
     * @param fields its fields by property of the layout
     */
    public record RecordEntry(
            UUID key, @JsonAnyGetter Map<String, Object> fields, long version, Instant changedAt, Source source) {}
}
