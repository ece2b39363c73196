package gov.mt.opi.aim.contracts.layout;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The record types that MT1.3 collects, in the order in which a file's records are applied: whatever the order of lines,
 * students come before their enrollments, enrollments before programs and attendance.
 */
public enum RecordType {
    SD(Layouts.STUDENT_DEMOGRAPHICS),
    EN(Layouts.ENROLLMENT),
    PP(Layouts.PROGRAM_PARTICIPATION),
    AT(Layouts.TEST_WINDOW_ATTENDANCE);

    /** Asked for every line of every file. */
    private static final Map<String, Optional<RecordType>> BY_CODE =
            Arrays.stream(values()).collect(Collectors.toMap(Enum::name, Optional::of));

    private final Layout layout;

    RecordType(Layout layout) {
        this.layout = layout;
    }

    public Layout layout() {
        return layout;
    }

    /** The type with exactly this code, case included. */
    public static Optional<RecordType> of(String code) {
        return BY_CODE.getOrDefault(code, Optional.empty());
    }
}
