package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.Optional;

/**
 * An SD line as the model of identity reads it.
 *
 * @param line names the line
 * @param number the district's local ID
 * @param stateId the State ID that the district gave
 * @param spelling who the child is
 * @param source how new it is
 * @param lookAlike whether validation found another line of the file that looks the same (XF-009)
 */
record ChildLine(
        String line,
        Number number,
        Optional<String> stateId,
        Spelling spelling,
        SourceVersion source,
        boolean lookAlike) {

    /** A local ID of a district, without leading zeros. */
    record Number(String district, String localId) {
        static Number of(String district, String written) {
            return new Number(district, written.replaceFirst("^0+", ""));
        }
    }

    static ChildLine of(RecordAccepted record) {
        return new ChildLine(
                Told.name(record.sequence(), record.line()),
                Number.of(record.districtNumber(), record.text("localId")),
                Optional.ofNullable(record.text("stateId")),
                Spelling.of(record),
                SourceVersion.of(record),
                !record.findings().isEmpty());
    }

    String district() {
        return number.district();
    }

    String headerDate() {
        return source.headerTimestamp().toLocalDate().toString();
    }

    boolean isOfFileOf(ChildLine other) {
        return source.submissionId().equals(other.source.submissionId());
    }

    @Override
    public String toString() {
        return line + ": SD " + number.district() + "/" + number.localId() + " " + spelling
                + stateId.map(id -> " as " + id).orElse("") + (lookAlike ? ", looks like another" : "");
    }
}
