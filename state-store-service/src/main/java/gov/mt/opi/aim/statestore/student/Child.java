package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.List;
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

    /** From this many records on it pays to read them on every core. */
    private static final int MANY = 500;

    static List<Child> all(List<RecordAccepted> records) {
        // Reading a record depends on nothing else, so every core may help.
        return (records.size() < MANY ? records.stream() : records.parallelStream())
                .map(Child::of)
                .toList();
    }

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

    /** The rule by which validation keeps the record back, so that a person looks at it (XF-009). */
    Optional<Finding> heldBack() {
        return record.findings().stream()
                .filter(finding -> finding.severity() == Severity.HELD)
                .findFirst();
    }
}
