package gov.mt.opi.aim.statestore.audit;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * One thing that somebody did.
 *
 * @param who name of the caller
 * @param action what was done
 * @param studentKeys opaque keys of the students it concerns
 * @param stateIds State IDs of students whose keys the caller does not have at hand; only their keys are kept
 * @param about ids and codes that say more: a case, a submission, a decision. Words of people are refused, because they may
 *     hold names
 */
public record AuditEntry(
        String who, AuditAction action, List<UUID> studentKeys, List<String> stateIds, Map<String, String> about) {

    private static final Pattern ID_OR_CODE = Pattern.compile("[A-Za-z0-9_.:/-]{1,100}");

    public AuditEntry {
        studentKeys = List.copyOf(studentKeys);
        stateIds = List.copyOf(stateIds);
        about = Map.copyOf(about);
        about.forEach((name, value) -> {
            if (!ID_OR_CODE.matcher(value).matches()) {
                throw new IllegalArgumentException("the audit keeps ids and codes only, and " + name + " is neither");
            }
        });
    }

    /** An entry about nobody yet. */
    public static AuditEntry of(String who, AuditAction action) {
        return new AuditEntry(who, action, List.of(), List.of(), Map.of());
    }

    /** The same entry about these students, by their keys. */
    public AuditEntry students(Collection<UUID> keys) {
        return new AuditEntry(who, action, List.copyOf(new TreeSet<>(keys)), stateIds, about);
    }

    /** The same entry about these students, by their State IDs. */
    public AuditEntry stateIds(Collection<String> ids) {
        return new AuditEntry(who, action, studentKeys, List.copyOf(new TreeSet<>(ids)), about);
    }

    /** The same entry with one more id or code. */
    public AuditEntry about(String name, String idOrCode) {
        Map<String, String> more = new LinkedHashMap<>(about);
        more.put(name, idOrCode);
        return new AuditEntry(who, action, studentKeys, stateIds, more);
    }
}
