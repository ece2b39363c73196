package gov.mt.opi.aim.statestore.record;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.student.StudentFacts;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;

/** Whose records of which kind the rules look at. */
final class Needs {
    private final Map<RecordKind, Set<UUID>> students = new EnumMap<>(RecordKind.class);
    private final Set<CalendarKey> calendars = new HashSet<>();

    /** Students by the kind of their records. */
    Map<RecordKind, Set<UUID>> students() {
        return students;
    }

    /** Calendars whose count dates are asked for. */
    Set<CalendarKey> calendars() {
        return calendars;
    }

    static Needs of(List<RecordAccepted> records, Function<String, Optional<StudentFacts>> students) {
        Needs needs = new Needs();
        for (RecordAccepted record : records) {
            if (record.recordType() == RecordType.AT) {
                needs.calendars.add(Line.calendar(record));
            }
            if (record.recordType() != RecordType.SD) {
                students.apply(record.text("stateId")).ifPresent(student -> needs.add(record, student.key()));
            }
        }
        return needs;
    }

    void add(List<HeldLine> held) {
        for (HeldLine line : held) {
            add(line.record(), line.studentKey());
            if (line.record().recordType() == RecordType.AT) {
                calendars.add(Line.calendar(line.record()));
            }
        }
    }

    private void add(RecordAccepted record, UUID student) {
        add(RecordKind.ENROLLMENT, student);
        switch (record.recordType()) {
            case PP -> add(RecordKind.PROGRAM_PARTICIPATION, student);
            case AT -> add(RecordKind.TEST_WINDOW_ATTENDANCE, student);
            default -> {
                if (Enrollment.SERVICES_ONLY.equals(record.text("serviceType"))) {
                    add(RecordKind.PROGRAM_PARTICIPATION, student);
                }
            }
        }
    }

    void add(RecordKind kind, UUID student) {
        students.computeIfAbsent(kind, k -> new HashSet<>()).add(student);
    }
}
