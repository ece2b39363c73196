package gov.mt.opi.aim.statestore.rule.program;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;

/** XS-020: nobody entered an LEP program or a US school before being born. */
final class EntryDatesAfterBirth extends ViewRule {

    private static final String ENTERED_LEP = "dateEnteredLep";
    private static final String ENTERED_US_SCHOOL = "immigrantDateEnteredUsSchool";

    EntryDatesAfterBirth() {
        super("XS-020", ENTERED_LEP);
    }

    @Override
    protected boolean holds(Line line) {
        return isAfterBirth(line, ENTERED_LEP) && isAfterBirth(line, ENTERED_US_SCHOOL);
    }

    @Override
    protected String property(Line line) {
        return isAfterBirth(line, ENTERED_LEP) ? ENTERED_US_SCHOOL : ENTERED_LEP;
    }

    @Override
    protected String value(Line line) {
        return line.date(property(line)).map(Enrollment::inWords).orElse("");
    }

    private static boolean isAfterBirth(Line line, String property) {
        return line.date(property)
                .map(date -> date.isAfter(line.student().birthDate()))
                .orElse(true);
    }
}
