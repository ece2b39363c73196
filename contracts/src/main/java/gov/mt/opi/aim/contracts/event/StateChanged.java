package gov.mt.opi.aim.contracts.event;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * The complete current state of one thing of the statewide view: a student, an enrollment, a program participation or a
 * test-window attendance. The key of the message is the opaque UUID of the thing; a message without a value says that
 * the thing is gone.
 *
 * @param contractVersion 1
 * @param studentKey opaque key of the student; the same in all four topics
 * @param stateId the student's State ID
 * @param districtNumber the district that sent it last
 * @param changedAt when the view changed, UTC
 * @param version grows with every change of the thing, from 1
 * @param source the line it came from
 * @param fields the thing's fields by property of its layout, beside the envelope
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StateChanged(
        int contractVersion,
        UUID studentKey,
        String stateId,
        String districtNumber,
        Instant changedAt,
        long version,
        Source source,
        @JsonAnySetter @JsonAnyGetter Map<String, Object> fields) {

    public StateChanged {
        fields = fields == null ? new LinkedHashMap<>() : fields;
    }

    /** A text field, null when absent. */
    public String text(String property) {
        Object value = fields.get(property);
        return value == null ? null : value.toString();
    }
}
