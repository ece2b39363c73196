package gov.mt.opi.aim.faults.scene;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.generator.GeneratedState;
import gov.mt.opi.aim.generator.Plan;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The files of one trial: a small made-up state with districts and State IDs of its own, so that many trials share one
 * running system and none touches what another left.
 */
public final class Workload {

    /** Trials that one system can take: a district number has four digits. */
    public static final int TRIALS_MAX = 3_000;

    private static final int DISTRICTS = 3;
    private static final long FIRST_STATE_ID = 200_000_000;
    private static final int STATE_IDS = 20_000;
    private static final double CHANGED = 0.3;
    private static final double DEFECTS = 0.01;
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    /** In which cell of a line of a type the State ID stands. */
    private static final Map<String, Integer> STATE_ID_CELL = Map.of("SD", 2, "EN", 5, "PP", 6, "AT", 4);

    private final int trial;
    private final Plan plan;

    /**
     * The files of a trial.
     *
     * @param trial number of the trial within its system, from 0
     * @param seed the same seed makes the same children
     * @param students students of the three districts together
     */
    public Workload(int trial, long seed, int students) {
        if (trial >= TRIALS_MAX || students > STATE_IDS) {
            throw new IllegalArgumentException("too many trials or students for one system");
        }
        this.trial = trial;
        this.plan = new Plan(students, DISTRICTS, seed, 1, 0, DEFECTS);
    }

    private Workload(int trial, Plan plan) {
        this.trial = trial;
        this.plan = plan;
    }

    /** The same children, in files of which every line is good. */
    public Workload withoutDefects() {
        return new Workload(trial, Plan.of(plan.students(), plan.districts(), plan.seed()));
    }

    /** Numbers of the districts. */
    public List<String> districts() {
        return IntStream.rangeClosed(1, DISTRICTS)
                .mapToObj(number -> moved(String.valueOf(number)))
                .toList();
    }

    /** Lowest State ID that belongs to the trial. */
    public long firstStateId() {
        return FIRST_STATE_ID + (long) trial * STATE_IDS;
    }

    /** Highest State ID that belongs to the trial. */
    public long lastStateId() {
        return firstStateId() + STATE_IDS - 1;
    }

    Map<String, String> registry() {
        Map<String, String> registry = new LinkedHashMap<>();
        new GeneratedState(plan).registry().forEach((part, csv) -> registry.put(part, movedCsv(csv)));
        return registry;
    }

    /** The files of a wave, one a district; wave 2 and on say what changed since the one before. */
    public List<SentFile> wave(int number) {
        Plan[] plans = IntStream.rangeClosed(1, number).mapToObj(this::plan).toArray(Plan[]::new);
        Map<String, Expectation.Sent> expected =
                Expectation.of(plans).get(number - 1).files();
        List<SentFile> files = new ArrayList<>();
        new GeneratedState(plans[number - 1])
                .files()
                .forEach((name, content) -> files.add(file(name, content, expected.get(name))));
        return files;
    }

    private Plan plan(int wave) {
        return wave == 1
                ? plan
                : new Plan(plan.students(), plan.districts(), plan.seed(), wave, CHANGED, plan.defects());
    }

    private SentFile file(String name, String content, Expectation.Sent expected) {
        String[] parts = name.split("_", 2);
        List<String> lines = content.lines().map(this::movedLine).toList();
        String[] header = lines.get(0).split("\t");
        return new SentFile(
                moved(parts[0]),
                moved(parts[0]) + "_" + parts[1],
                LocalDate.parse(header[1], DATE) + "T" + header[2],
                expected.wrong(),
                expected.rejected(),
                0,
                lines);
    }

    /**
     * A file in which the third district enrolls children whom the first has still enrolled: these enrollments wait until it
     * lets the children go (spec 2.6, rule XS-022).
     *
     * @param waiting how many of them still wait in the end
     */
    public SentFile claims(int children, int waiting) {
        String district = districts().get(2);
        Map<String, SentFile> first = filesOf(1);
        String[] like = cells(first.get(district), "EN").findFirst().orElseThrow();
        Map<String, String[]> demographics = cells(first.get(districts().get(0)), "SD")
                .collect(Collectors.toMap(cells -> cells[2], cells -> cells, (one, same) -> one));
        List<String> lines = new ArrayList<>();
        for (String[] enrolled : enrolledOnlyInTheFirst(first, children)) {
            // Those of the district's own children begin at 10000.
            String localId = String.valueOf(1 + lines.size());
            String[] student = demographics.get(enrolled[5]).clone();
            student[1] = district;
            student[3] = localId;
            lines.add(String.join("\t", student));
            lines.add(String.join(
                    "\t",
                    "EN",
                    district,
                    like[2],
                    like[3],
                    like[4],
                    enrolled[5],
                    localId,
                    "P",
                    "01/16/2007",
                    "04",
                    "",
                    "",
                    "",
                    enrolled[13]));
        }
        return later(district, waiting, lines);
    }

    /** A file in which the first district lets so many of these children go. */
    public SentFile farewells(int children) {
        List<String> lines = new ArrayList<>();
        for (String[] enrolled : enrolledOnlyInTheFirst(filesOf(1), children)) {
            enrolled[10] = "01/12/2007";
            enrolled[11] = "180";
            lines.add(String.join("\t", enrolled));
        }
        return later(districts().get(0), 0, lines);
    }

    /** Their open Primary enrollments, always in the same order. */
    private List<String[]> enrolledOnlyInTheFirst(Map<String, SentFile> files, int children) {
        Set<String> elsewhere = districts().stream()
                .skip(1)
                .flatMap(district -> cells(files.get(district), "EN"))
                .map(cells -> cells[5])
                .collect(Collectors.toSet());
        List<String[]> found = cells(files.get(districts().get(0)), "EN")
                .filter(cells -> cells[7].equals("P") && cells[8].endsWith("2006") && cells[10].isEmpty())
                .filter(cells -> !elsewhere.contains(cells[5]))
                .limit(children)
                .toList();
        if (found.size() < children) {
            throw new IllegalArgumentException("the first district has no " + children + " children to let go");
        }
        return found;
    }

    private static Stream<String[]> cells(SentFile file, String type) {
        return file.lines().stream().map(line -> line.split("\t", -1)).filter(cells -> cells[0].equals(type));
    }

    private Map<String, SentFile> filesOf(int wave) {
        return wave(wave).stream().collect(Collectors.toMap(SentFile::district, Function.identity()));
    }

    /** A file of a district that comes when its second wave would. */
    private SentFile later(String district, int held, List<String> records) {
        SentFile second = filesOf(2).get(district);
        List<String> lines = new ArrayList<>(List.of(second.lines().get(0)));
        lines.addAll(records);
        return new SentFile(district, second.name(), second.headerTimestamp(), 0, 0, held, lines);
    }

    private String movedCsv(String csv) {
        List<String> lines = csv.lines().toList();
        return lines.get(0) + lines.stream().skip(1).map(this::movedRow).collect(Collectors.joining("\n", "\n", "\n"));
    }

    private String movedRow(String row) {
        int comma = row.indexOf(',');
        return moved(row.substring(0, comma)) + row.substring(comma);
    }

    /** Cells that a spoiled line has not, or has as something else than a number, stay as they are. */
    private String movedLine(String line) {
        String[] cells = line.split("\t", -1);
        Integer stateId = STATE_ID_CELL.get(cells[0]);
        if (stateId == null) {
            return line;
        }
        if (cells[1].matches("[0-9]+")) {
            cells[1] = moved(cells[1]);
        }
        if (cells.length > stateId && cells[stateId].matches("[0-9]{9}")) {
            cells[stateId] = String.valueOf(Long.parseLong(cells[stateId]) - FIRST_STATE_ID + firstStateId());
        }
        return String.join("\t", cells);
    }

    private String moved(String district) {
        return String.valueOf(Integer.parseInt(district) + trial * DISTRICTS);
    }
}
