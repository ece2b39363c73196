package gov.mt.opi.aim.reporting.report.subgroups;

import gov.mt.opi.aim.contracts.layout.CodeLists;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Report;
import gov.mt.opi.aim.reporting.report.Slice;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** The groups that adequate yearly progress looks at, of the state, its districts or its schools. */
public final class SubgroupsReport {

    public static final Report ABOUT = new Report(
            "subgroups",
            "Subgroups for AYP",
            "Members of the day or of the snapshot, in the groups that accountability looks at: all students; each"
                    + " race/ethnicity (raceEthnicity-01 to -06); economically disadvantaged (lunch F or R); special"
                    + " education (SPED status Y); limited English proficient (LEP status 01; former LEP is not in it). A"
                    + " student is in several groups, so groups do not add up. counts says whether the group has the"
                    + " minimum number of students to count for accountability; below it the group is shown all the"
                    + " same.",
            "/api/v1/reports/subgroups",
            List.of("district", "school"));

    /** How finely the groups are told apart. */
    public enum Level {
        STATE(List.of()),
        DISTRICT(List.of(Dimension.DISTRICT)),
        SCHOOL(List.of(Dimension.DISTRICT, Dimension.SCHOOL));

        private final List<Dimension> dimensions;

        Level(List<Dimension> dimensions) {
            this.dimensions = dimensions;
        }

        public List<Dimension> dimensions() {
            return dimensions;
        }
    }

    /**
     * A group of a place.
     *
     * @param place the values of the level's dimensions
     * @param subgroup name of the group
     * @param students how many
     */
    public record Group(List<String> place, String subgroup, long students) {}

    private static final Map<String, Map<Dimension, Set<String>>> SUBGROUPS = subgroups();

    private SubgroupsReport() {}

    /**
     * The groups of every place that has students, place by place.
     *
     * @param count counts a slice
     */
    public static List<Group> of(Level level, Map<Dimension, Set<String>> only, Function<Slice, Counts> count) {
        Map<List<String>, List<Group>> places = new LinkedHashMap<>();
        SUBGROUPS.forEach((name, members) -> {
            Map<Dimension, Set<String>> narrowed = new LinkedHashMap<>(only);
            narrowed.putAll(members);
            Counts counts = count.apply(new Slice(level.dimensions(), narrowed));
            Map<List<String>, Long> counted = new LinkedHashMap<>();
            counts.rows().forEach(row -> counted.put(row.values(), row.students()));
            if (level == Level.STATE) {
                counted.put(List.of(), counts.total());
            }
            if (members.isEmpty()) {
                counted.keySet().forEach(place -> places.put(place, new ArrayList<>()));
            }
            places.forEach((place, groups) -> groups.add(new Group(place, name, counted.getOrDefault(place, 0L))));
        });
        return places.values().stream().flatMap(List::stream).toList();
    }

    private static Map<String, Map<Dimension, Set<String>>> subgroups() {
        Map<String, Map<Dimension, Set<String>>> subgroups = new LinkedHashMap<>();
        subgroups.put("all", Map.of());
        CodeLists.find("race-ethnicity")
                .orElseThrow()
                .codes()
                .forEach(
                        race -> subgroups.put("raceEthnicity-" + race, Map.of(Dimension.RACE_ETHNICITY, Set.of(race))));
        subgroups.put("economicallyDisadvantaged", Map.of(Dimension.LUNCH, Set.of("F", "R")));
        subgroups.put("sped", Map.of(Dimension.SPED, Set.of("Y")));
        subgroups.put("lep", Map.of(Dimension.LEP_STATUS, Set.of("01")));
        return subgroups;
    }
}
