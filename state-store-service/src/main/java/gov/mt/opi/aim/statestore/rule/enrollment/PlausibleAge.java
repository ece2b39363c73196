package gov.mt.opi.aim.statestore.rule.enrollment;

import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.GradeAges;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.time.Period;

/** XS-018: the student is about as old as the grade's students are on the first day. */
final class PlausibleAge extends ViewRule {

    private final GradeAges ages;

    PlausibleAge(GradeAges ages) {
        super("XS-018", "grade");
        this.ages = ages;
    }

    @Override
    protected boolean holds(Line line) {
        return ages.isPlausible(line.text("grade"), age(line));
    }

    @Override
    protected String value(Line line) {
        return line.text("grade") + " at age " + age(line);
    }

    private static int age(Line line) {
        return Period.between(line.student().birthDate(), line.enrollment().start())
                .getYears();
    }
}
