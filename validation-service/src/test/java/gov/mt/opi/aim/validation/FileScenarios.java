package gov.mt.opi.aim.validation;

import gov.mt.opi.aim.validation.Scenarios.Expected;
import gov.mt.opi.aim.validation.Scenarios.Scenario;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Reads scenarios of whole files: {@code ##} names one, {@code 2> text} is a line of the file, {@code 2: accepted RULE} is what
 * is expected of it ({@code RULE@3} when the finding is about another line). {@code rule XF-010 bad} says which example of
 * which rule it is; {@code header} and {@code district} change what is usual; {@code info RULE=3} expects counts.
 */
final class FileScenarios {

    private final String file;
    private final List<Scenario> scenarios = new ArrayList<>();
    private String source;
    private String name;
    private String ruleId;
    private boolean good;
    private String district;
    private LocalDate header;
    private SortedMap<Integer, String> lines;
    private SortedMap<Integer, Expected> expected;
    private Map<String, Integer> info;

    private FileScenarios(String file) {
        this.file = file;
    }

    static List<Scenario> read(Path path) {
        FileScenarios reader = new FileScenarios(path.getFileName().toString());
        Scenarios.lines(path).forEach(reader::line);
        reader.finish();
        return reader.scenarios;
    }

    private void line(int number, String line) {
        if (line.startsWith("## ")) {
            finish();
            source = file + ":" + number;
            name = line.substring(3);
            ruleId = "";
            good = false;
            district = "63";
            header = Scenarios.defaultHeader();
            lines = new TreeMap<>();
            expected = new TreeMap<>();
            info = new TreeMap<>();
        } else if (line.startsWith("rule ")) {
            String[] words = line.split("\\s+");
            ruleId = words[1];
            good = words[2].equals("good");
        } else if (line.startsWith("header ")) {
            header = Scenarios.usDate(line.substring(7));
        } else if (line.startsWith("district ")) {
            district = line.substring(9).strip();
        } else if (line.startsWith("info ")) {
            Arrays.stream(line.substring(5).strip().split("\\s+"))
                    .map(count -> count.split("="))
                    .forEach(count -> info.put(count[0], Integer.valueOf(count[1])));
        } else if (line.matches("\\d+> .*")) {
            int mark = line.indexOf('>');
            lines.put(Integer.valueOf(line.substring(0, mark)), Scenarios.unescape(line.substring(mark + 2)));
        } else if (line.matches("\\d+: .*")) {
            int mark = line.indexOf(':');
            expect(
                    Integer.valueOf(line.substring(0, mark)),
                    line.substring(mark + 2).strip().split("\\s+"));
        } else if (!line.isBlank() && !line.startsWith("#")) {
            throw new IllegalArgumentException(file + ":" + number + " is not understood");
        }
    }

    private void expect(int number, String[] words) {
        expected.put(
                number,
                new Expected(
                        words[0].equals("accepted"),
                        Arrays.stream(words)
                                .skip(1)
                                .map(id -> id.contains("@") ? id : id + "@" + number)
                                .collect(Collectors.toList())));
    }

    private void finish() {
        if (name != null) {
            scenarios.add(new Scenario(source, name, ruleId, good, district, header, lines, expected, info));
        }
    }
}
