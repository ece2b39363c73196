package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.time.LocalDate;
import java.util.stream.Stream;

/**
 * XS-027: the Start Status fits what the state knows of the time before. 01: never at this school; 02, 03: at this school
 * before; 04, 05: at another school of Montana before; 06 to 09: not enrolled anywhere in Montana on the first day.
 *
 * <p>Of enrollments that start before the state began to collect, nobody knows what was before; they are not asked for it.
 * Silent where XF-014 has spoken of the same Start Status, from what stands in the file.
 */
final class StartStatusFitsThePast extends ViewRule {

    private final LocalDate historyFrom;

    StartStatusFitsThePast(LocalDate historyFrom) {
        super("XS-027", "startStatus");
        this.historyFrom = historyFrom;
    }

    @Override
    protected boolean holds(Line line) {
        if (line.has("XF-014")) {
            return true;
        }
        Enrollment own = line.enrollment();
        return switch (own.startStatus()) {
            case "01" -> before(line).noneMatch(own::inSchoolOf);
            case "02", "03" -> own.start().isBefore(historyFrom) || before(line).anyMatch(own::inSchoolOf);
            case "04", "05" ->
                own.start().isBefore(historyFrom) || before(line).anyMatch(other -> !other.inSchoolOf(own));
            default -> before(line).noneMatch(other -> other.covers(own.start()));
        };
    }

    private static Stream<Enrollment> before(Line line) {
        return line.others().stream()
                .filter(other -> other.start().isBefore(line.enrollment().start()));
    }
}
