package gov.mt.opi.aim.validation.condition.program;

import static gov.mt.opi.aim.validation.condition.program.ProgramFields.IMMIGRANT;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.LEP_STATUS;
import static gov.mt.opi.aim.validation.condition.program.ProgramFields.TITLE_III;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;

/** PP-346: Title III serves these two groups (AMB-64). */
final class TitleIIIForLepOrImmigrant extends Condition {

    TitleIIIForLepOrImmigrant() {
        super("PP-346", LEP_STATUS, IMMIGRANT);
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !record.is(TITLE_III, "Y") || record.is(LEP_STATUS, "01") || record.is(IMMIGRANT, "Y");
    }
}
