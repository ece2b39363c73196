package gov.mt.opi.aim.reporting.suppression;

import gov.mt.opi.aim.reporting.report.subgroups.SubgroupsReport.Group;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Subgroups of places as the public sees them. The races of a place add up to all of its students; what a group leaves
 * out of all is as telling as the group.
 */
public final class PublishedGroups {

    private static final String ALL = "all";
    private static final String RACE = "raceEthnicity-";

    private PublishedGroups() {}

    /** The students of each group, in their order; empty where hidden. */
    public static List<Optional<Long>> suppressed(List<Group> groups, Suppression suppression) {
        Map<List<String>, Map<List<String>, Long>> races = new LinkedHashMap<>();
        Map<List<String>, Long> all = new LinkedHashMap<>();
        for (Group group : groups) {
            if (group.subgroup().equals(ALL)) {
                all.put(group.place(), group.students());
            } else if (group.subgroup().startsWith(RACE)) {
                races.computeIfAbsent(group.place(), place -> new LinkedHashMap<>())
                        .put(List.of(group.subgroup()), group.students());
            }
        }
        Map<List<String>, Suppression.Hidden> hidden = new LinkedHashMap<>();
        races.forEach((place, counts) -> {
            // Students whose race is not known are a part too, though nobody sees it.
            long known = counts.values().stream().mapToLong(Long::longValue).sum();
            counts.put(List.of(""), all.get(place) - known);
            hidden.put(place, suppression.hidden(counts, Set.of()));
        });
        List<Optional<Long>> shown = new ArrayList<>();
        for (Group group : groups) {
            shown.add(
                    isHidden(group, all.get(group.place()), hidden.get(group.place()), suppression)
                            ? Optional.empty()
                            : Optional.of(group.students()));
        }
        return shown;
    }

    private static boolean isHidden(Group group, long all, Suppression.Hidden races, Suppression suppression) {
        if (group.subgroup().equals(ALL)) {
            return suppression.isSmall(all) || races.total();
        }
        if (group.subgroup().startsWith(RACE)) {
            return races.rows().contains(List.of(group.subgroup()));
        }
        return suppression.isSmall(group.students()) || suppression.isSmall(all - group.students());
    }
}
