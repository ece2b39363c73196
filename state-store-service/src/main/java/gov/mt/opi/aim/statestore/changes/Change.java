package gov.mt.opi.aim.statestore.changes;

import com.fasterxml.jackson.annotation.JsonInclude;
import gov.mt.opi.aim.contracts.event.StateChanged;
import java.time.Instant;
import java.util.UUID;

/**
 * A thing of the view that changed.
 *
 * @param kind student, enrollment, program-participation or test-window-attendance
 * @param key opaque key of the thing, as on its topic
 * @param studentKey opaque key of the student
 * @param stateId the student's State ID
 * @param districtNumber the district that sent the thing last
 * @param version grows with every change of the thing
 * @param changedAt when the view changed, UTC
 * @param gone whether the view holds it no longer
 * @param value its complete current state, as on its topic; null when it is gone
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Change(
        String kind,
        UUID key,
        UUID studentKey,
        String stateId,
        String districtNumber,
        long version,
        Instant changedAt,
        boolean gone,
        StateChanged value) {}
