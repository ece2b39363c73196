package gov.mt.opi.aim.statestore.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A question as a steward sees it.
 *
 * @param id names the case
 * @param kind RECORD: who is the child of a line; PAIR: are two students one
 * @param status open or decided
 * @param score how much they resembled each other when it was asked
 * @param openedAt since when, UTC
 * @param ruleId the rule that holds the line
 * @param submissionId the file of the line
 * @param line line of the file
 * @param districtNumber the district that sent it
 * @param child the child as sent
 * @param candidates students whom it may be, most alike first; of a pair the two, the second beside the first
 * @param lookAlikes lines of the same file with the same names, gender and birth date, that wait as well
 * @param decision what was decided
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record CaseFile(
        UUID id,
        String kind,
        String status,
        int score,
        Instant openedAt,
        Optional<String> ruleId,
        Optional<UUID> submissionId,
        Optional<Integer> line,
        Optional<String> districtNumber,
        Optional<Person> child,
        List<Candidate> candidates,
        List<LookAlike> lookAlikes,
        Optional<Decided> decision) {

    /** Names, gender and birth date. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Person(
            Optional<String> localId,
            String lastName,
            String firstName,
            String middleName,
            String suffix,
            String gender,
            LocalDate birthDate,
            String raceEthnicity) {}

    /**
     * A student whom the child may be.
     *
     * @param stateId State ID
     * @param score points; they order and decide nothing
     * @param person the identity that resembles the child most
     * @param current whether that is the current identity
     * @param districts districts that know the student by a local ID
     * @param agrees fields that agree
     * @param differs how other fields differ
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Candidate(
            String stateId,
            int score,
            Person person,
            boolean current,
            List<String> districts,
            List<String> agrees,
            Map<String, String> differs) {}

    /** A line that looks alike. */
    public record LookAlike(UUID caseId, int line, Optional<String> localId) {}

    /** A decision. */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    public record Decided(
            String decision,
            Optional<String> stateId,
            Optional<String> reason,
            Optional<String> outcome,
            String by,
            Instant at) {}
}
