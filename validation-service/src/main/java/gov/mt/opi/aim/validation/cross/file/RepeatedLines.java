package gov.mt.opi.aim.validation.cross.file;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * XF-001: a line that stands in the file before. It goes on like the first, and changes nothing. Of lines with an ERROR it is
 * not said: the error is.
 */
final class RepeatedLines implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-001");

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        for (List<? extends Gist> ofType : records.clean()) {
            Map<String, Gist> first = new HashMap<>(ofType.size() * 2);
            for (Gist record : ofType) {
                Gist earlier = first.putIfAbsent(originals.text(record.index()), record);
                if (earlier != null) {
                    found.aboutRecord(record, RULE, Runs.line(earlier));
                }
            }
        }
    }
}
