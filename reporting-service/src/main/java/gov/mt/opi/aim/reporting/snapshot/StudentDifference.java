package gov.mt.opi.aim.reporting.snapshot;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;

/**
 * A student who is not the same in two snapshots.
 *
 * @param studentKey the student
 * @param stateId State ID
 * @param change {@code added}, {@code removed} or {@code changed}
 * @param fields what differs, for changed ones
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record StudentDifference(UUID studentKey, String stateId, String change, List<Field> fields) {

    /**
     * A field that differs.
     *
     * @param name its dimension, or {@code hours} or {@code portionAbsent}
     * @param before what the earlier snapshot says
     * @param after what the later one says
     */
    public record Field(String name, String before, String after) {}
}
