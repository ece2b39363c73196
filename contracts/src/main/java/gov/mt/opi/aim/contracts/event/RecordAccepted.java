package gov.mt.opi.aim.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A record that passed validation, typed and normalised. A file's records follow each other as SD, EN, PP, AT.
 *
 * @param contractVersion 1
 * @param submissionId the file the line belongs to
 * @param districtNumber legal entity of the file
 * @param sequence number of the submission; grows with the order of receipt
 * @param line line of the file, from 1
 * @param headerTimestamp date and time of the header record, Mountain time
 * @param mode submit or validate
 * @param adoptStateIds whether unknown State IDs of SD records are taken over
 * @param recordType SD, EN, PP or AT
 * @param fields values by property of the layout: numbers and codes as text, the year as a number, dates ISO 8601,
 *     portions as decimal numbers; blank fields are absent, defaults are filled in
 * @param findings warnings of validation, which travel on to the outcome
 * @param info how often each INFO rule applied; the first record of a file carries the counts of the whole file
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record RecordAccepted(
        int contractVersion,
        UUID submissionId,
        String districtNumber,
        long sequence,
        int line,
        LocalDateTime headerTimestamp,
        Mode mode,
        boolean adoptStateIds,
        RecordType recordType,
        Map<String, Object> fields,
        List<Finding> findings,
        Map<String, Integer> info) {

    public RecordAccepted {
        fields = fields == null ? Map.of() : fields;
        findings = findings == null ? List.of() : findings;
        info = info == null ? Map.of() : info;
    }

    /** A text field, null when blank. */
    public String text(String property) {
        Object value = fields.get(property);
        return value == null ? null : value.toString();
    }
}
