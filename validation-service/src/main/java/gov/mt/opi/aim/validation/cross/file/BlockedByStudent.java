package gov.mt.opi.aim.validation.cross.file;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * XF-012: an enrollment, program participation or attendance is blocked when the SD record of its student in this file was
 * rejected. Its SD records are those with its State ID; if there are none, those with its Local ID. One that passed is
 * enough to let it go on. A blocked record has this finding and no other: the cause is told once.
 */
final class BlockedByStudent implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-012");

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        Students students = new Students(records);
        if (students.noneIsRejected()) {
            return;
        }
        List<Gist> dependent = new ArrayList<>(records.enrollments());
        dependent.addAll(records.participations());
        dependent.addAll(records.attendances());
        records.refused().stream()
                .filter(refused -> refused.type() != RecordType.SD)
                .forEach(dependent::add);
        for (Gist record : dependent) {
            Integer line = students.rejectedLineOf(record);
            if (line != null) {
                found.blocked(record, RULE, "line " + line);
            }
        }
    }

    /** The students of the file, by what became of their SD records. */
    private static final class Students {
        private final Map<Integer, Integer> rejectedByStateId = new HashMap<>();
        private final Map<String, Integer> rejectedByLocalId = new HashMap<>();
        /** State IDs of SD records that passed, sorted. */
        private int[] passed = {};

        Students(FileRecords records) {
            for (Gist.Refused refused : records.refused()) {
                if (refused.type() == RecordType.SD) {
                    if (refused.stateId() != Gist.NO_STATE_ID) {
                        rejectedByStateId.merge(refused.stateId(), refused.line(), Math::min);
                    }
                    if (!refused.localId().isEmpty()) {
                        rejectedByLocalId.merge(refused.localId(), refused.line(), Math::min);
                    }
                }
            }
            if (!noneIsRejected()) {
                passed = records.students().stream()
                        .mapToInt(Gist.Student::stateId)
                        .sorted()
                        .toArray();
                records.students().forEach(student -> {
                    rejectedByStateId.remove(student.stateId());
                    rejectedByLocalId.remove(student.localId());
                });
            }
        }

        boolean noneIsRejected() {
            return rejectedByStateId.isEmpty() && rejectedByLocalId.isEmpty();
        }

        /** The first rejected SD record of a record's student, null when there is none or another one passed. */
        Integer rejectedLineOf(Gist record) {
            Integer line = rejectedByStateId.get(record.stateId());
            boolean known = line != null || Arrays.binarySearch(passed, record.stateId()) >= 0;
            return known && record.stateId() != Gist.NO_STATE_ID ? line : rejectedByLocalId.get(record.localId());
        }
    }
}
