package gov.mt.opi.aim.validation;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.validation.Scenarios.Expected;
import gov.mt.opi.aim.validation.Scenarios.Scenario;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads scenarios of single records: {@code base} gives a clean record, a rule id opens a paragraph, and each example below
 * names the fields that it changes. A bad example expects the rule of its paragraph alone, unless {@code =>} says what else;
 * a good one expects nothing. An enrollment is alone in its file, so it is also told that it has no PP record (XF-017).
 */
final class FieldScenarios {

    private FieldScenarios() {}

    static List<Scenario> read(Path file) {
        List<Scenario> scenarios = new ArrayList<>();
        String base = null;
        String rule = null;
        for (Map.Entry<Integer, String> each : Scenarios.lines(file).entrySet()) {
            String line = each.getValue().strip();
            String source = file.getFileName() + ":" + each.getKey();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("base ")) {
                base = line.substring(5).strip();
            } else if (line.startsWith("good") || line.startsWith("bad")) {
                scenarios.add(scenario(source, base, rule, line));
            } else {
                rule = line;
            }
        }
        return scenarios;
    }

    private static Scenario scenario(String source, String base, String rule, String line) {
        boolean good = line.startsWith("good");
        String[] parts = line.substring(good ? 4 : 3).split("=>");
        String district = "63";
        LocalDate header = Scenarios.defaultHeader();
        String[] values = base.split("→", -1);
        RecordType type = RecordType.valueOf(values[0]);
        for (String change : parts[0].strip().split("\\s+\\|\\s+")) {
            int equals = change.indexOf('=');
            if (equals < 0) {
                continue;
            }
            String name = change.substring(0, equals).strip();
            String value = change.substring(equals + 1);
            if (name.equals("Header")) {
                header = Scenarios.usDate(value);
            } else if (name.equals("File")) {
                district = value;
            } else {
                values[field(source, type, name).index()] = value;
            }
        }
        List<String> findings = new ArrayList<>();
        Map<String, Integer> info = new TreeMap<>();
        List<String> rules =
                parts.length > 1 ? Arrays.asList(parts[1].strip().split("\\s+")) : good ? List.of() : List.of(rule);
        for (String id : rules) {
            if (RuleCatalogue.get(id).severity() == Severity.INFO) {
                info.merge(id, 1, Integer::sum);
            } else {
                findings.add(id + "@2");
            }
        }
        boolean accepted = rules.stream().noneMatch(id -> RuleCatalogue.get(id).severity() == Severity.ERROR);
        if (accepted && type == RecordType.EN) {
            findings.add("XF-017@2");
        }
        return new Scenario(
                source,
                rule + " " + line,
                rule,
                good,
                district,
                header,
                new TreeMap<>(Map.of(2, Scenarios.unescape(String.join("→", values)))),
                new TreeMap<>(Map.of(2, new Expected(accepted, findings))),
                info);
    }

    private static Field field(String source, RecordType type, String name) {
        return type.layout().fields().stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(source + ": " + type + " has no field " + name));
    }
}
