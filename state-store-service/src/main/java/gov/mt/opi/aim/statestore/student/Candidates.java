package gov.mt.opi.aim.statestore.student;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Gathers, from what the look-ups find, the students who resemble some child enough to be looked at whole. */
public final class Candidates {

    private final List<Demographics> children;
    private final Set<UUID> found = new HashSet<>();

    /** Candidates for these children. */
    public Candidates(List<Demographics> children) {
        this.children = children;
    }

    /** Looks at one identity that was found for a child, current or former. */
    public void consider(int child, UUID student, Demographics identity) {
        if (!found.contains(student)
                && Resemblance.of(children.get(child), identity, true).mayBeNear()) {
            found.add(student);
        }
    }

    public Set<UUID> found() {
        return found;
    }
}
