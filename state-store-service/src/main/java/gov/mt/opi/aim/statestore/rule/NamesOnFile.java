package gov.mt.opi.aim.statestore.rule;

import gov.mt.opi.aim.statestore.record.Line;

/** XS-010: names, if given, are the current or a former name of the student. */
public final class NamesOnFile extends ViewRule {

    private static final String LAST_NAME = "lastName";
    private static final String FIRST_NAME = "firstName";

    public NamesOnFile() {
        super("XS-010", "lastName");
    }

    @Override
    protected boolean holds(Line line) {
        return isOnFile(line, LAST_NAME) && isOnFile(line, FIRST_NAME);
    }

    @Override
    protected String property(Line line) {
        return isOnFile(line, LAST_NAME) ? FIRST_NAME : LAST_NAME;
    }

    private static boolean isOnFile(Line line, String property) {
        String name = line.text(property);
        return name.isEmpty()
                || (property.equals(LAST_NAME)
                        ? line.student().hasLastName(name)
                        : line.student().hasFirstName(name));
    }
}
