package gov.mt.opi.aim.validation.condition.student;

import static gov.mt.opi.aim.validation.condition.student.StudentFields.LOCAL_ID;
import static gov.mt.opi.aim.validation.condition.student.StudentFields.STATE_ID;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** SD-041: without either nobody can say which child of the district it is (AMB-33). */
final class StateIdOrLocalId extends Condition {

    StateIdOrLocalId() {
        super("SD-041", STATE_ID);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.has(STATE_ID) || record.has(LOCAL_ID);
    }
}
