package gov.mt.opi.aim.validation.condition;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.condition.enrollment.EnrollmentConditions;
import gov.mt.opi.aim.validation.condition.program.ProgramConditions;
import gov.mt.opi.aim.validation.condition.student.StudentConditions;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** All conditions by record type, in the order in which they are asked. */
public final class Conditions {

    private static final Map<RecordType, Condition[]> BY_TYPE = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            BY_TYPE.put(
                    type,
                    all().stream().filter(condition -> condition.type() == type).toArray(Condition[]::new));
        }
    }

    private Conditions() {}

    /** The rules that speak here. */
    public static Set<String> ruleIds() {
        Set<String> ids = new TreeSet<>();
        all().forEach(condition -> ids.add(condition.ruleId()));
        return ids;
    }

    public static void check(DataRecord record, Context context, Findings findings) {
        for (Condition condition : BY_TYPE.get(record.type())) {
            condition.check(record, context, findings);
        }
    }

    private static List<Condition> all() {
        return Stream.of(StudentConditions.all(), EnrollmentConditions.all(), ProgramConditions.all())
                .flatMap(List::stream)
                .toList();
    }
}
