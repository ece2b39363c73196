package gov.mt.opi.aim.generator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class GeneratedStateTest {

    private static final Plan PLAN = Plan.of(5_000, 40, 7);

    private final Map<String, String> files = new GeneratedState(PLAN).files();

    @Test
    void theSameSeedMakesTheSameState() {
        assertThat(new GeneratedState(PLAN).files()).isEqualTo(files);
        assertThat(new GeneratedState(Plan.of(5_000, 40, 8)).files()).isNotEqualTo(files);
    }

    @Test
    void everyStudentHasOneStateIdWhateverHappensToIt() {
        Set<String> ids = records("SD").stream().map(cells -> cells[2]).collect(Collectors.toSet());

        assertThat(ids).hasSize(5_000).allMatch(id -> id.matches("[1-9][0-9]{8}"));
        assertThat(records("SD").size()).isGreaterThan(5_000);
    }

    @Test
    void childrenMoveComeBackAndTakeCoursesElsewhere() {
        Set<String> types = new HashSet<>();
        Set<String> ends = new HashSet<>();
        records("EN").forEach(cells -> {
            types.add(cells[7]);
            ends.add(cells[11]);
        });

        assertThat(types).containsExactlyInAnyOrder("P", "S", "N");
        assertThat(ends).contains("", "140", "180", "300");
        assertThat(records("EN").size()).isBetween(5_300, 6_500);
        assertThat(records("AT").size()).isLessThan(5_000);
    }

    @Test
    void everyRecordHasTheFieldsOfItsType() {
        Map<String, Integer> fields = Map.of("SD", 15, "EN", 14, "PP", 37, "AT", 9);
        files.values().stream()
                .flatMap(file -> file.lines().skip(1))
                .map(line -> line.split("\t", -1))
                .forEach(cells -> assertThat(cells).hasSize(fields.get(cells[0])));
    }

    @Test
    void theRegistryKnowsEverySchool() {
        Set<String> schools = new GeneratedState(PLAN)
                .registry()
                .get("schools")
                .lines()
                .skip(1)
                .map(line -> line.split(",")[0] + "/" + line.split(",")[1])
                .collect(Collectors.toSet());

        assertThat(records("EN")).allSatisfy(cells -> assertThat(schools).contains(cells[1] + "/" + cells[2]));
    }

    @Test
    void theNextWaveChangesAPartOfTheStudents() {
        Map<String, String> second = new GeneratedState(PLAN.again(0.03)).files();
        Set<String> before = lines(files);
        Set<String> after = lines(second);
        after.removeAll(before);
        Set<String> changed = after.stream()
                .filter(line -> !line.startsWith("HD"))
                .map(GeneratedStateTest::stateId)
                .collect(Collectors.toSet());

        assertThat(changed.size()).isBetween(100, 200);
        assertThat(second.keySet()).allMatch(name -> name.endsWith("_04092007.tsv"));
    }

    @Test
    void someLinesAreWrongOnRequest() {
        Map<String, String> careless = new GeneratedState(new Plan(5_000, 40, 7, 1, 0, 0.02)).files();
        Set<String> spoiled = lines(careless);
        spoiled.removeAll(lines(files));

        assertThat(spoiled.size()).isBetween(300, 600);
    }

    @Test
    void whatCannotBeMadeIsRefused() {
        assertThatThrownBy(() -> Plan.of(0, 1, 1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Plan(1, 1, 1, 1, 2, 0)).hasMessageContaining("changed");
    }

    private static String stateId(String line) {
        String[] cells = line.split("\t", -1);
        return switch (cells[0]) {
            case "SD" -> cells[2];
            case "EN" -> cells[5];
            case "PP" -> cells[6];
            default -> cells[4];
        };
    }

    private static Set<String> lines(Map<String, String> files) {
        return files.values().stream().flatMap(String::lines).collect(Collectors.toCollection(HashSet::new));
    }

    private List<String[]> records(String type) {
        return files.values().stream()
                .flatMap(String::lines)
                .map(line -> line.split("\t", -1))
                .filter(cells -> cells[0].equals(type))
                .toList();
    }
}
