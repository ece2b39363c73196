package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.statestore.StatewideView;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Where students were enrolled before a batch. Nearly no child needs it, and for those who do it is fetched for the whole
 * batch at once; a student whom only the batch itself made a candidate is asked about alone.
 */
public final class Past {

    private final Optional<StatewideView> view;
    private final Map<UUID, List<Stay>> stays = new HashMap<>();
    private final Map<String, Boolean> oneSchool = new HashMap<>();

    private Past(Optional<StatewideView> view) {
        this.view = view;
    }

    static Past none() {
        return new Past(Optional.empty());
    }

    static Past of(StatewideView view) {
        return new Past(Optional.of(view));
    }

    void remember(Set<UUID> students) {
        if (!students.isEmpty()) {
            Map<UUID, List<Stay>> found = view.orElseThrow().stays(students);
            students.forEach(student -> stays.put(student, found.getOrDefault(student, List.of())));
        }
    }

    /** The enrollments of a student in the view. */
    public List<Stay> stays(UUID student) {
        if (view.isPresent() && !stays.containsKey(student)) {
            remember(Set.of(student));
        }
        return stays.getOrDefault(student, List.of());
    }

    /** True when the registry knows exactly one school of the district. */
    boolean hasOneSchool(String districtNumber) {
        return oneSchool.computeIfAbsent(
                districtNumber, district -> view.map(registry -> registry.hasOneSchool(district))
                        .orElse(false));
    }
}
