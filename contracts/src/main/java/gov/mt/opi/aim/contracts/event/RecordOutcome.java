package gov.mt.opi.aim.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What became of a line, with all its findings. A later outcome of the same line replaces the earlier one, except that
 * what the state-store decided is never replaced by validation: a file that is judged again after a crash may meet a
 * changed registry, and what is in the view stays the truth.
 *
 * @param contractVersion 1
 * @param submissionId the file the line belongs to
 * @param districtNumber legal entity of the file
 * @param line line of the file, from 1
 * @param recordType SD, EN, PP or AT; absent where the line is of no known type
 * @param outcome what became of it
 * @param decidedBy the service that decided
 * @param findings all findings of the line but INFO
 * @param info how often each INFO rule applied; some record of a file carries the counts of the whole file
 * @param identity for SD lines: the student that the line is about; absent for others
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordOutcome(
        int contractVersion,
        UUID submissionId,
        String districtNumber,
        int line,
        RecordType recordType,
        Outcome outcome,
        DecidedBy decidedBy,
        List<Finding> findings,
        Map<String, Integer> info,
        Identity identity) {

    public RecordOutcome {
        findings = findings == null ? List.of() : findings;
        info = info == null ? Map.of() : info;
    }

    /** The services that can decide about a line. */
    public enum DecidedBy {
        VALIDATION,
        STATE_STORE
    }

    /**
     * The student of an SD line.
     *
     * @param localId local ID as submitted, empty when blank
     * @param stateId State ID, empty while there is none
     * @param outcome how it was found
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record Identity(String localId, String stateId, IdentityOutcome outcome) {}

    /** How the student of an SD line was found. */
    public enum IdentityOutcome {
        /** A new State ID was issued, or taken over. */
        NEW,
        /** Found by name, gender and birth date. */
        MATCHED,
        /** Found by the district's local ID. */
        EXISTING,
        /** The given State ID was confirmed. */
        CONFIRMED,
        /** A person decides. */
        PENDING,
        REJECTED
    }
}
