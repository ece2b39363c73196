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
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * XF-001: a line that stands in the file before. It goes on like the first, and changes nothing. Of lines with an ERROR it is
 * not said: the error is. Equal lines have equal keys, so only lines that share their key are compared.
 */
final class RepeatedLines implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-001");

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        tell(records.studentsByStateId(), FileRecords.BY_STATE_ID, originals, found);
        List<Gist.Student> others = records.studentsByLocalId().stream()
                .filter(student -> !student.hasStateId())
                .toList();
        tell(others, FileRecords.BY_LOCAL_ID, originals, found);
        tell(records.enrollments(), FileRecords.ENROLLMENT_KEY, originals, found);
        tell(records.participations(), FileRecords.PARTICIPATION_KEY, originals, found);
        tell(records.attendances(), FileRecords.ATTENDANCE_KEY, originals, found);
    }

    private static <G extends Gist> void tell(
            List<G> sorted, Comparator<G> key, Originals originals, CrossFindings found) {
        Runs.ofSeveral(sorted, key, sameKey -> {
            // Of one key the lines stand in the order of the file.
            Map<String, Gist> first = new HashMap<>();
            for (Gist record : sameKey) {
                Gist earlier = first.putIfAbsent(originals.text(record.index()), record);
                if (earlier != null) {
                    found.aboutRecord(record, RULE, Runs.line(earlier));
                }
            }
        });
    }
}
