package gov.mt.opi.aim.statestore.rule;

import gov.mt.opi.aim.statestore.record.Line;

/**
 * XS-009: a Local ID, if given, is one that the district has told of this student. Silent where the district has told
 * none: for that XS-011 speaks.
 */
public final class LocalIdOnFile extends ViewRule {

    public LocalIdOnFile() {
        super("XS-009", "localId");
    }

    @Override
    protected boolean holds(Line line) {
        String localId = line.text("localId");
        return localId.isEmpty()
                || !line.student().hasLocalIdOf(line.district())
                || line.student().hasLocalId(line.district(), localId);
    }
}
