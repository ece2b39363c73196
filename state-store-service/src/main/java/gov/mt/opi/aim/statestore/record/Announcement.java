package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.statestore.StateChange;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the world is told of a record that changed. */
final class Announcement {

    /** Told beside the fields, because every thing of the view has it. */
    private static final String DISTRICT = "districtNumber";

    private Announcement() {}

    static StateChange of(RecordKind kind, Dossiers.Changed changed, Instant now) {
        StoredRecord record = changed.record();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (String property : kind.properties()) {
            Object value = record.fields().get(property);
            if (value != null && !property.equals(DISTRICT)) {
                fields.put(property, value);
            }
        }
        StateChanged value = new StateChanged(
                1,
                record.studentKey(),
                changed.stateId(),
                // The first part of every natural key.
                record.naturalKey().get(0),
                now,
                record.version(),
                new Source(record.source().submissionId(), record.source().line()),
                fields);
        return changed.gone()
                ? StateChange.gone(kind.topic(), record.key(), value)
                : new StateChange(kind.topic(), record.key(), value);
    }
}
