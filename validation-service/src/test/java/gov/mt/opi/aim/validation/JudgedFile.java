package gov.mt.opi.aim.validation;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.validation.condition.ConditionConfig;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.judging.FileJudge;
import gov.mt.opi.aim.validation.judging.Verdicts;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;

/** A file as a test sends it and the verdict about it, against a small registry. */
public final class JudgedFile implements Verdicts {

    public static final ConditionConfig CONFIG = new SmallRyeConfigBuilder()
            .withMapping(ConditionConfig.class)
            .build()
            .getConfigMapping(ConditionConfig.class);

    private final Map<Integer, RecordAccepted> accepted = new LinkedHashMap<>();
    private final Map<Integer, RecordOutcome> rejected = new LinkedHashMap<>();
    private final Map<String, Integer> info = new TreeMap<>();
    private final List<Integer> order = new ArrayList<>();
    private int eventsWithInfo;

    private JudgedFile() {}

    /** Districts 63 and 9999 with schools and calendars, district 64 with a school and no calendar. */
    public static RegistryView registry() {
        RegistryView registry = new RegistryView();
        List.of("63", "64", "9999").forEach(number -> registry.put(new District(number, "District " + number)));
        registry.put(school("64", "800"));
        for (School school :
                List.of(school("63", "733"), school("63", "734"), school("63", "1733"), school("9999", "733"))) {
            registry.put(school);
            List.of(2006, 2007, 2008).forEach(year -> registry.put(calendar(school, "101", year)));
            registry.put(calendar(school, "1", 2007));
            registry.put(calendar(school, "7", 2007));
            registry.put(calendar(school, "8", 2008));
        }
        addSchoolsWithLimits(registry);
        return registry;
    }

    /** A high school with the days of its calendar, one that closed and two that opened in the school year. */
    private static void addSchoolsWithLimits(RegistryView registry) {
        LocalDate opened = LocalDate.of(2007, 3, 14);
        School high = new School("63", "735", "High", "09", "12", LocalDate.of(1951, 9, 1), null);
        School upToEight = new School("63", "736", "K-8", "KG", "08", null, null);
        School closed = new School("63", "737", "Closed", "PK", "12", null, LocalDate.of(2006, 12, 15));
        School young = new School("63", "738", "Young", "PK", "12", opened, null);
        List.of(high, upToEight, closed, young).forEach(school -> {
            registry.put(school);
            registry.put(new Calendar(
                    "63",
                    school.schoolNumber(),
                    "101",
                    2007,
                    LocalDate.of(2006, 8, 28),
                    LocalDate.of(2007, 6, 8),
                    LocalDate.of(2007, 3, 13)));
        });
    }

    private static School school(String district, String number) {
        return new School(district, number, "School " + number, "PK", "12", null, null);
    }

    /** A calendar of the whole school year. */
    private static Calendar calendar(School school, String number, int year) {
        return new Calendar(
                school.districtNumber(),
                school.schoolNumber(),
                number,
                year,
                LocalDate.of(year - 1, 7, 1),
                LocalDate.of(year, 6, 30),
                LocalDate.of(year, 3, 13));
    }

    /** Judges lines by their line numbers. */
    public static JudgedFile of(String district, LocalDate header, SortedMap<Integer, String> lines) {
        JudgedFile file = new JudgedFile();
        new FileJudge(CONFIG).judge(GatheredFile.of(submitted(district, header, lines)), registry(), file);
        return file;
    }

    /** Judges lines of district 63 in a file of 03/15/2007, from line 2. */
    public static JudgedFile of(List<String> lines) {
        SortedMap<Integer, String> numbered = new TreeMap<>();
        lines.forEach(line -> numbered.put(numbered.size() + 2, line));
        return of("63", LocalDate.of(2007, 3, 15), numbered);
    }

    /** The events of lines. */
    public static List<RecordSubmitted> submitted(String district, LocalDate header, SortedMap<Integer, String> lines) {
        UUID id = UUID.randomUUID();
        List<RecordSubmitted> events = new ArrayList<>();
        lines.forEach((line, text) -> events.add(new RecordSubmitted(
                1,
                id,
                district,
                1,
                line,
                events.size() + 1,
                lines.size(),
                header.atTime(16, 0),
                Mode.SUBMIT,
                false,
                text)));
        return events;
    }

    @Override
    public void rejected(RecordOutcome outcome) {
        rejected.put(outcome.line(), outcome);
        note(outcome.line(), outcome.info());
    }

    @Override
    public void accepted(RecordAccepted record) {
        accepted.put(record.line(), record);
        note(record.line(), record.info());
    }

    @Override
    public void complete() {
        order.add(-1);
    }

    private void note(int line, Map<String, Integer> counts) {
        order.add(line);
        info.putAll(counts);
        eventsWithInfo += counts.isEmpty() ? 0 : 1;
    }

    public Map<Integer, RecordAccepted> accepted() {
        return accepted;
    }

    public Map<Integer, RecordOutcome> rejected() {
        return rejected;
    }

    public boolean isAccepted(int line) {
        return accepted.containsKey(line);
    }

    /** The findings that came with a line. */
    public List<Finding> findings(int line) {
        return isAccepted(line)
                ? accepted.get(line).findings()
                : rejected.get(line).findings();
    }

    public Map<String, Integer> info() {
        return info;
    }

    /** How many events carried INFO counts. */
    public int eventsWithInfo() {
        return eventsWithInfo;
    }

    /** The lines in the order of their verdicts; -1 stands for the end. */
    public List<Integer> order() {
        return order;
    }
}
