package gov.mt.opi.aim.validation.cross.student;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import gov.mt.opi.aim.validation.cross.Runs;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * XF-005: one student on several lines with another name, suffix or gender is a history of names (spec 2.3), taken in the
 * order of lines (AMB-28). All these lines are told, so that the finding does not depend on that order.
 */
final class NameHistory implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-005");
    private static final List<Field> FIELDS = Stream.of("lastName", "firstName", "middleName", "suffix", "gender")
            .map(property -> RecordType.SD.layout().field(property))
            .toList();
    /** A history longer than this is not looked through for what changed. */
    private static final int LOOKED_AT_MAX = 20;

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        BitSet told = new BitSet();
        StudentOrder.byStateId(records, student -> tell(student, originals, found, told));
        StudentOrder.byLocalId(records, student -> tell(student, originals, found, told));
    }

    private static void tell(List<Gist.Student> lines, Originals originals, CrossFindings found, BitSet told) {
        if (!StudentOrder.differ(lines, Gist.Student::written)) {
            return;
        }
        String detail = whatChanged(lines, originals) + " on " + Runs.lines(lines);
        for (Gist.Student line : lines) {
            // The State ID and the Local ID mostly put the same lines together.
            if (!told.get(line.index())) {
                told.set(line.index());
                found.aboutRecord(line, RULE, detail);
            }
        }
    }

    private static String whatChanged(List<Gist.Student> lines, Originals originals) {
        List<DataRecord> records = lines.stream()
                .limit(LOOKED_AT_MAX)
                .map(line -> originals.record(line.index()))
                .toList();
        String changed = FIELDS.stream()
                .filter(field -> records.stream()
                                .map(record -> record.text(field.index()))
                                .distinct()
                                .count()
                        > 1)
                .map(Field::name)
                .collect(Collectors.joining(", "));
        return changed.isEmpty() ? "name" : changed;
    }
}
