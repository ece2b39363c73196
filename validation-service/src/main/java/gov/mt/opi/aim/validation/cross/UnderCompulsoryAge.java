package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * EN-128: end status 240 is for children under the compulsory age. An enrollment has no birth date, so this speaks only
 * where the student's own record is in the same file.
 */
final class UnderCompulsoryAge implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("EN-128");
    private static final Field END_STATUS = RecordType.EN.layout().field("endStatus");

    private final int compulsoryAge;

    UnderCompulsoryAge(int compulsoryAge) {
        this.compulsoryAge = compulsoryAge;
    }

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(CleanRecords records, SameContent content, CrossFindings found) {
        List<Gist.Enrollment> exits =
                records.enrollments().stream().filter(Gist.Enrollment::underAge).toList();
        if (exits.isEmpty()) {
            return;
        }
        Map<Integer, Integer> birthByStateId = new HashMap<>();
        Map<String, Integer> birthByLocalId = new HashMap<>();
        for (Gist.Student student : records.students()) {
            if (student.stateId() != Gist.NO_STATE_ID) {
                birthByStateId.put(student.stateId(), student.birthDay());
            }
            birthByLocalId.put(student.localId(), student.birthDay());
        }
        for (Gist.Enrollment exit : exits) {
            Integer birthDay = birthByStateId.get(exit.stateId());
            if (birthDay == null && !exit.localId().isEmpty()) {
                birthDay = birthByLocalId.get(exit.localId());
            }
            if (birthDay != null && age(birthDay, exit.endDay()) >= compulsoryAge) {
                found.aboutField(exit.index(), RULE, END_STATUS, "240");
            }
        }
    }

    private static int age(int birthDay, int onDay) {
        return Period.between(LocalDate.ofEpochDay(birthDay), LocalDate.ofEpochDay(onDay))
                .getYears();
    }
}
