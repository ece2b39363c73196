package gov.mt.opi.aim.statestore.held;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.UUID;

/**
 * A line of an enrollment, of programs or of attendance that waits, whole, so that it can be judged again.
 *
 * @param record the line
 * @param studentKey the student that it names
 * @param waitsFor what it waits for
 */
public record HeldLine(RecordAccepted record, UUID studentKey, WaitsFor waitsFor) {

    /**
     * Names a line for ever.
     *
     * @param submissionId its file
     * @param line line of the file
     */
    public record Id(UUID submissionId, int line) {
        public static Id of(RecordAccepted record) {
            return new Id(record.submissionId(), record.line());
        }
    }

    public Id id() {
        return Id.of(record);
    }

    public SourceVersion source() {
        return SourceVersion.of(record);
    }
}
