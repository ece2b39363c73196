package gov.mt.opi.aim.validation.reading;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * What is found about one line. A file is read twice: the first time it matters only whether a line has an ERROR and how
 * often INFO applied, the second time everything else is put into words and listed.
 */
public final class Findings {

    private final int line;
    private final Optional<InfoTally> info;
    private final boolean listing;
    private List<Finding> list = List.of();
    private boolean error;
    private boolean remark;

    private Findings(int line, Optional<InfoTally> info, boolean listing) {
        this.line = line;
        this.info = info;
        this.listing = listing;
    }

    /** Counts INFO and remembers whether there is an ERROR; lists nothing. */
    public static Findings counting(int line, Optional<InfoTally> info) {
        return new Findings(line, info, false);
    }

    /** Lists everything but INFO, which was counted before. */
    public static Findings listing(int line) {
        return new Findings(line, Optional.empty(), true);
    }

    /** A finding about a field, with the value to show; empty for what must not be repeated. */
    public void field(Rule rule, RecordType type, Field field, String value) {
        field(rule, type, field, value, UnaryOperator.identity());
    }

    /** A finding about a field, in words that fit the value better than those of the catalogue. */
    public void field(Rule rule, RecordType type, Field field, String value, UnaryOperator<Finding> improvement) {
        if (isWanted(rule)) {
            list().add(improvement.apply(Finding.ofField(rule, line, type.name(), field, value)));
        }
    }

    /** A finding about a field, with more to say than its value. */
    public void field(Rule rule, RecordType type, Field field, String value, Supplier<String> detail) {
        if (isWanted(rule)) {
            list().add(Finding.of(rule, line, type.name(), field.number(), field.name(), value, detail.get()));
        }
    }

    /** A finding about a field by a rule that is only a WARNING in this situation. */
    public void fieldWarning(Rule rule, RecordType type, Field field, String value) {
        remark = true;
        if (listing) {
            list().add(Finding.ofField(rule, line, type.name(), field, value).as(Severity.WARNING));
        }
    }

    /** A finding about the line as a whole. */
    public void line(Rule rule, Optional<RecordType> type, String value) {
        line(rule, type, value, UnaryOperator.identity());
    }

    /** A finding about the line as a whole, in words that fit better than those of the catalogue. */
    public void line(Rule rule, Optional<RecordType> type, String value, UnaryOperator<Finding> improvement) {
        if (isWanted(rule)) {
            String typeName = type.map(RecordType::name).orElse(null);
            list().add(improvement.apply(Finding.of(rule, line, typeName, null, null, value, value)));
        }
    }

    /** True when the line is rejected. */
    public boolean hasError() {
        return error;
    }

    /** True when there is anything to list, even if it is not listed. */
    public boolean hasRemark() {
        return remark;
    }

    public List<Finding> all() {
        return list;
    }

    private boolean isWanted(Rule rule) {
        if (rule.severity() == Severity.INFO) {
            info.ifPresent(tally -> tally.add(rule.id()));
            return false;
        }
        remark = true;
        error |= rule.severity() == Severity.ERROR;
        return listing;
    }

    private List<Finding> list() {
        if (list.isEmpty()) {
            list = new ArrayList<>(4);
        }
        return list;
    }
}
