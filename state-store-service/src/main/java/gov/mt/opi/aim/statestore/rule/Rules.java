package gov.mt.opi.aim.statestore.rule;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.record.LineRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The rules of one type of record. */
public final class Rules implements LineRules {

    private final List<ViewRule> refusing;
    private final List<ViewRule> warning;

    /** Rules in the order in which their findings are told. */
    public Rules(List<ViewRule> rules) {
        this.refusing = rules.stream().filter(ViewRule::refuses).toList();
        this.warning = rules.stream().filter(rule -> !rule.refuses()).toList();
    }

    /** Their ids. */
    public Set<String> ids() {
        Set<String> ids = new TreeSet<>();
        refusing.forEach(rule -> ids.add(rule.ruleId()));
        warning.forEach(rule -> ids.add(rule.ruleId()));
        return ids;
    }

    @Override
    public List<Finding> refusals(Line line) {
        return broken(refusing, line);
    }

    @Override
    public List<Finding> warnings(Line line) {
        return broken(warning, line);
    }

    /** Nearly every line breaks no rule, so nothing is made for it. */
    private static List<Finding> broken(List<ViewRule> rules, Line line) {
        List<Finding> findings = List.of();
        for (ViewRule rule : rules) {
            if (!rule.holds(line)) {
                if (findings.isEmpty()) {
                    findings = new ArrayList<>(2);
                }
                findings.add(rule.finding(line));
            }
        }
        return findings;
    }
}
