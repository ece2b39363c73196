package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.statestore.record.CalendarKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/** Reads the scenarios of {@code src/test/resources/scenarios}; the first of the files there says how they are written. */
final class Scenarios {

    private static final DateTimeFormatter US_DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");

    /**
     * Some files, one after the other, with what is expected of each line.
     *
     * @param source file and line of the scenario
     * @param name what it shows
     * @param ruleId the rule it is about
     * @param good whether it is the good example of its rule
     * @param settings settings of the rules that differ
     * @param calendars count dates
     * @param schools the school of each district that has only one
     * @param retired State IDs that were merged into others, before the last file is sent
     * @param files what is sent
     */
    record Scenario(
            String source,
            String name,
            String ruleId,
            boolean good,
            Map<String, String> settings,
            Map<CalendarKey, LocalDate> calendars,
            Map<String, String> schools,
            Map<String, String> retired,
            List<Sent> files) {

        @Override
        public String toString() {
            return source + " " + name;
        }
    }

    /** A file. */
    record Sent(List<RecordAccepted> records, List<String> expected) {}

    /** The header of the file under way. */
    private record Header(String district, LocalDate date, UUID submissionId, int sequence) {}

    private final List<Scenario> scenarios = new ArrayList<>();
    private Header header;
    private String fileName;
    private int number;
    private int sequence;

    private Scenarios() {}

    static List<Scenario> all() {
        Scenarios reader = new Scenarios();
        try {
            Path folder = Path.of(Scenarios.class.getResource("/scenarios").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                files.sorted().forEach(reader::read);
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the scenarios cannot be read", e);
        }
        return reader.scenarios;
    }

    private void read(Path file) {
        fileName = file.getFileName().toString();
        number = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank() && (!line.startsWith("#") || line.startsWith("## "))) {
                    read(line);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            throw new IllegalStateException(fileName + ":" + number + " cannot be read", e);
        }
    }

    private void read(String line) {
        String[] words = line.split(" ");
        switch (words[0]) {
            case "##" -> begin(line.substring(3));
            case "rule" -> about(words[1], words[2].equals("good"));
            case "setting" -> current().settings().put(words[1], words[2]);
            case "calendar" -> {
                String[] key = words[1].split("/");
                current()
                        .calendars()
                        .put(
                                new CalendarKey(key[0], key[1], key[2], Integer.parseInt(key[3])),
                                LocalDate.parse(words[2], US_DATE));
            }
            case "school" -> {
                String[] key = words[1].split("/");
                current().schools().put(key[0], key[1]);
            }
            case "retired" -> current().retired().put(words[1], words[2]);
            case "file" -> current().files().add(new Sent(new ArrayList<>(), new ArrayList<>()));
            case "=" -> {
                List<String> expected = sent().expected();
                expected.set(expected.size() - 1, line.substring(2));
            }
            default -> {
                sent().records().add(record(line));
                sent().expected().add("accepted");
            }
        }
        if (words[0].equals("file")) {
            header = new Header(words[1], LocalDate.parse(words[2], US_DATE), UUID.randomUUID(), ++sequence);
        }
    }

    private void begin(String name) {
        scenarios.add(new Scenario(
                fileName + ":" + number,
                name,
                "",
                true,
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new HashMap<>(),
                new ArrayList<>()));
    }

    private void about(String ruleId, boolean good) {
        Scenario begun = scenarios.remove(scenarios.size() - 1);
        scenarios.add(new Scenario(
                begun.source(),
                begun.name(),
                ruleId,
                good,
                begun.settings(),
                begun.calendars(),
                begun.schools(),
                begun.retired(),
                begun.files()));
    }

    private Scenario current() {
        return scenarios.get(scenarios.size() - 1);
    }

    private Sent sent() {
        List<Sent> files = current().files();
        return files.get(files.size() - 1);
    }

    /** A line as validation would pass it on, with a finding of validation before it where one is written. */
    private RecordAccepted record(String text) {
        List<Finding> findings = new ArrayList<>();
        int line = sent().records().size() + 2;
        String plain = text;
        while (plain.startsWith("[")) {
            String ruleId = plain.substring(1, plain.indexOf(']'));
            findings.add(Finding.ofRecord(RuleCatalogue.get(ruleId), line, plain.substring(0, 2), ""));
            plain = plain.substring(plain.indexOf(']') + 1).trim();
        }
        String[] values = plain.split("→", -1);
        RecordType type = RecordType.valueOf(values[0]);
        if (values.length != type.layout().size()) {
            throw new IllegalArgumentException("a line of " + values.length + " fields, not "
                    + type.layout().size());
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        for (Field field : type.layout().dataFields()) {
            String value =
                    values[field.index()].isEmpty() ? field.defaultValue().orElse("") : values[field.index()];
            if (!value.isEmpty()) {
                fields.put(field.property(), typed(field, value));
            }
        }
        return new RecordAccepted(
                1,
                header.submissionId(),
                header.district(),
                header.sequence(),
                line,
                header.date().atTime(16, 0),
                Mode.SUBMIT,
                true,
                type,
                fields,
                findings,
                Map.of());
    }

    private static Object typed(Field field, String value) {
        return switch (field.format()) {
            case DATE -> LocalDate.parse(value, US_DATE).toString();
            case YEAR -> Integer.valueOf(value);
            case PORTION -> new BigDecimal(value).setScale(3);
            default -> value;
        };
    }
}
