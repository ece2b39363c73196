package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_I_PARTICIPATION;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_I_READING;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_I_SUPPORT_OTHER;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-126: a Title I service is for students who take part. */
final class TitleIParticipationWithServices extends Condition {

    TitleIParticipationWithServices() {
        super("PP-126");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.is(TITLE_I_PARTICIPATION, "Y") || !hasService(record);
    }

    private static boolean hasService(DataRecord record) {
        for (int service = TITLE_I_READING; service <= TITLE_I_SUPPORT_OTHER; service++) {
            if (record.isClean(service) && record.is(service, "Y")) {
                return true;
            }
        }
        return false;
    }
}
