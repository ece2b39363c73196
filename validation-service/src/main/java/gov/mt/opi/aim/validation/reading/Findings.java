package gov.mt.opi.aim.validation.reading;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found about one line. INFO goes to the tally of the file, everything else is listed. */
public final class Findings {

    private final int line;
    private final InfoTally info;
    private List<Finding> list = List.of();
    private boolean error;

    public Findings(int line, InfoTally info) {
        this.line = line;
        this.info = info;
    }

    /** A finding about a field, with the value to show; empty for what must not be repeated. */
    public void field(Rule rule, RecordType type, Field field, String value) {
        if (rule.severity() == Severity.INFO) {
            info.add(rule.id());
        } else {
            add(Finding.ofField(rule, line, type.name(), field, value));
        }
    }

    /** A finding about the line as a whole. */
    public void line(Rule rule, Optional<RecordType> type, String value) {
        add(Finding.ofRecord(rule, line, type.map(RecordType::name).orElse(null), value));
    }

    public void add(Finding finding) {
        if (list.isEmpty()) {
            list = new ArrayList<>(4);
        }
        list.add(finding);
        error |= finding.severity() == Severity.ERROR;
    }

    /** True when the line is rejected. */
    public boolean hasError() {
        return error;
    }

    public List<Finding> list() {
        return list;
    }
}
