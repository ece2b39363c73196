package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.util.Optional;

/**
 * An SD record read as a child that wants its State ID.
 *
 * @param record the record
 * @param stateId the State ID that the district gave
 * @param localId the district's local ID
 * @param demographics who the child is
 */
record Child(RecordAccepted record, Optional<String> stateId, Optional<LocalId> localId, Demographics demographics) {

    static Child of(RecordAccepted record) {
        return new Child(
                record,
                Optional.ofNullable(record.text("stateId")),
                Optional.ofNullable(record.text("localId"))
                        .map(written -> LocalId.of(record.districtNumber(), written)),
                Demographics.of(record));
    }

    String localIdAsSent() {
        return Optional.ofNullable(record.text("localId")).orElse("");
    }
}
