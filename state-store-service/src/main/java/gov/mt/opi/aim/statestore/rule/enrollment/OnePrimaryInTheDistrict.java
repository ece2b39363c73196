package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.util.Optional;

/**
 * XS-021: on any date a student has one Primary enrollment at most; here against other schools of the same district. Two
 * enrollments in one school are the business of XS-024, whose hint fits them.
 */
final class OnePrimaryInTheDistrict extends ViewRule {

    OnePrimaryInTheDistrict() {
        super("XS-021", "startDate");
    }

    @Override
    protected boolean holds(Line line) {
        return overlapping(line).isEmpty();
    }

    @Override
    protected String value(Line line) {
        return overlapping(line).orElseThrow().inWords();
    }

    private static Optional<Enrollment> overlapping(Line line) {
        Enrollment own = line.enrollment();
        if (!own.isPrimary()) {
            return Optional.empty();
        }
        return line.other(
                other -> other.isPrimary() && other.inDistrictOf(own) && !other.inSchoolOf(own) && other.overlaps(own));
    }
}
