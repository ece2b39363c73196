package gov.mt.opi.aim.validation.cross.file;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Originals;

/** XF-018: the order of lines does not matter; where it is not the order of applying, that is counted once for the file. */
final class OrderOfTypes implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-018");

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        if (!records.areInOrderOfTypes()) {
            found.aboutFile(RULE);
        }
    }
}
