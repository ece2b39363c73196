package gov.mt.opi.aim.statestore.history;

import java.util.HashMap;
import java.util.Map;

/** Which State IDs lead to which, by the merges that were not undone. */
final class Survivors {

    private final Map<String, String> mergedInto = new HashMap<>();

    void merge(String loser, String survivor) {
        mergedInto.put(loser, survivor);
    }

    void split(String loser) {
        mergedInto.remove(loser);
    }

    boolean isMerged(String student) {
        return mergedInto.containsKey(student);
    }

    /** The student to whom a State ID leads. */
    String of(String student) {
        return isMerged(student) ? of(mergedInto.get(student)) : student;
    }
}
