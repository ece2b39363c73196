package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.util.Optional;

/**
 * XS-024: stays of a student at one school do not overlap, whatever their Service Type. A Start Date sent anew is the usual
 * cause: it makes another enrollment beside the one that was meant.
 */
final class OneStayAtASchool extends ViewRule {

    OneStayAtASchool() {
        super("XS-024", "startDate");
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
        return line.other(other -> other.inSchoolOf(own) && other.overlaps(own));
    }
}
