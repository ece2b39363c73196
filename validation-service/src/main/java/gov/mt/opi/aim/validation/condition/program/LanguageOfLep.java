package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.LANGUAGE_OF_IMPACT;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.LEP_STATUS;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-326: limited English has another language behind it (AMB-62). */
final class LanguageOfLep extends Condition {

    LanguageOfLep() {
        super("PP-326", LANGUAGE_OF_IMPACT);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(LEP_STATUS, "01") || record.has(LANGUAGE_OF_IMPACT);
    }
}
