package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import java.util.stream.Stream;

/** Primary enrollments of other districts that share a day with the line's own. */
final class OtherDistricts {

    private OtherDistricts() {}

    static Stream<Enrollment> overlapping(Line line) {
        Enrollment own = line.enrollment();
        return own.isPrimary()
                ? line.others().stream()
                        .filter(other -> other.isPrimary() && !other.inDistrictOf(own) && other.overlaps(own))
                : Stream.empty();
    }
}
