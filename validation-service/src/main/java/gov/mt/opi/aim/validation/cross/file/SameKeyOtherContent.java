package gov.mt.opi.aim.validation.cross.file;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * XF-002, XF-003, XF-004: records with one key say the same, else nobody can know which is meant and all of them are
 * rejected. The same record twice is no harm.
 */
final class SameKeyOtherContent<G extends Gist> implements CrossRule {

    private final Rule rule;
    private final Function<FileRecords, List<G>> records;
    private final Comparator<G> key;

    SameKeyOtherContent(String ruleId, Function<FileRecords, List<G>> records, Comparator<G> key) {
        this.rule = RuleCatalogue.get(ruleId);
        this.records = records;
        this.key = key;
    }

    @Override
    public String ruleId() {
        return rule.id();
    }

    @Override
    public void judge(FileRecords all, Originals originals, CrossFindings found) {
        Runs.ofSeveral(records.apply(all), key, sameKey -> {
            int first = sameKey.get(0).index();
            boolean same = sameKey.stream().skip(1).allMatch(other -> originals.sayTheSame(first, other.index()));
            if (!same) {
                String lines = Runs.lines(sameKey);
                sameKey.forEach(gist -> found.aboutRecord(gist, rule, lines));
            }
        });
    }
}
