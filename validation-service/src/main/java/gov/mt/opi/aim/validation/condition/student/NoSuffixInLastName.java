package gov.mt.opi.aim.validation.condition.student;

import static gov.mt.opi.aim.validation.condition.student.StudentFields.LAST_NAME;

import gov.mt.opi.aim.contracts.layout.CodeLists;
import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** SD-055: the suffix has a field of its own. */
final class NoSuffixInLastName extends Condition {

    private static final Set<String> SUFFIXES = CodeLists.find("suffix").orElseThrow().codes().stream()
            .map(code -> code.toUpperCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet());

    NoSuffixInLastName() {
        super("SD-055");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return !SUFFIXES.contains(lastWord(record.text(LAST_NAME)));
    }

    /** The last of several words, without its period. */
    private static String lastWord(String name) {
        int blank = name.lastIndexOf(' ');
        return blank < 0 ? "" : name.substring(blank + 1).replace(".", "").toUpperCase(Locale.ROOT);
    }
}
