package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * XF-002, XF-003, XF-004: records with one key say the same, else nobody can know which is meant and all of them are
 * rejected. The same record twice is no harm.
 */
final class SameKeyOtherContent<G extends Gist> implements CrossRule {

    /** Most line numbers that a finding lists. */
    private static final int LISTED_MAX = 20;

    private final Rule rule;
    private final Function<CleanRecords, List<G>> records;
    private final Comparator<G> key;

    SameKeyOtherContent(String ruleId, Function<CleanRecords, List<G>> records, Comparator<G> key) {
        this.rule = RuleCatalogue.get(ruleId);
        this.records = records;
        this.key = key;
    }

    @Override
    public String ruleId() {
        return rule.id();
    }

    @Override
    public void judge(CleanRecords clean, SameContent content, CrossFindings found) {
        List<G> sorted = new ArrayList<>(records.apply(clean));
        sorted.sort(key.thenComparingInt(Gist::line));
        int from = 0;
        while (from < sorted.size()) {
            int to = from + 1;
            while (to < sorted.size() && key.compare(sorted.get(from), sorted.get(to)) == 0) {
                to++;
            }
            judgeOneKey(sorted.subList(from, to), content, found);
            from = to;
        }
    }

    private void judgeOneKey(List<G> sameKey, SameContent content, CrossFindings found) {
        int first = sameKey.get(0).index();
        if (sameKey.stream().skip(1).allMatch(other -> content.of(first, other.index()))) {
            return;
        }
        String lines = sameKey.stream()
                .limit(LISTED_MAX)
                .map(gist -> String.valueOf(gist.line()))
                .collect(Collectors.joining(", ", "lines ", sameKey.size() > LISTED_MAX ? ", ..." : ""));
        sameKey.forEach(gist -> found.aboutRecord(gist.index(), rule, lines));
    }
}
