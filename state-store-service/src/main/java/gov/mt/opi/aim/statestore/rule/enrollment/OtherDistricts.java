package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import java.util.Optional;
import java.util.function.Predicate;

/** Primary enrollments of other districts that share a day with the line's own. */
final class OtherDistricts {

    private OtherDistricts() {}

    static Optional<Enrollment> overlapping(Line line, Predicate<Enrollment> wanted) {
        Enrollment own = line.enrollment();
        return own.isPrimary()
                ? line.other(other ->
                        other.isPrimary() && !other.inDistrictOf(own) && other.overlaps(own) && wanted.test(other))
                : Optional.empty();
    }
}
