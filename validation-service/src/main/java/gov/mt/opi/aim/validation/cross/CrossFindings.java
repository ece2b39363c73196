package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the rules across records found, by record. Kept without its words, which are made when the record is emitted: in the
 * worst file every line has such a finding.
 */
public final class CrossFindings {

    private final Map<Integer, List<Found>> byIndex = new HashMap<>();
    private final BitSet rejected = new BitSet();

    private record Found(Rule rule, Optional<Field> field, String value) {}

    void aboutRecord(int index, Rule rule, String value) {
        add(index, new Found(rule, Optional.empty(), value));
    }

    void aboutField(int index, Rule rule, Field field, String value) {
        add(index, new Found(rule, Optional.of(field), value));
    }

    private void add(int index, Found found) {
        byIndex.computeIfAbsent(index, one -> new ArrayList<>(1)).add(found);
        if (found.rule().severity() == Severity.ERROR) {
            rejected.set(index);
        }
    }

    /** Indexes of the records that have an ERROR now. */
    public BitSet rejected() {
        return rejected;
    }

    /** Adds what was found about a record to its own findings. */
    public void addTo(Findings findings, int index, DataRecord record) {
        for (Found found : byIndex.getOrDefault(index, List.of())) {
            found.field()
                    .ifPresentOrElse(
                            field -> findings.field(found.rule(), record.type(), field, found.value()),
                            () -> findings.line(found.rule(), Optional.of(record.type()), found.value()));
        }
    }
}
