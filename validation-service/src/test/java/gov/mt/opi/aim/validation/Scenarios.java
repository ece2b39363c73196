package gov.mt.opi.aim.validation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Reads the scenarios of {@code src/test/resources/scenarios}. Tabs are written →, a blank that matters ·, a vertical tab ␋,
 * a lost character stays as it is; {@code ×5000} repeats the character before it.
 */
final class Scenarios {

    private static final LocalDate HEADER = LocalDate.of(2007, 3, 15);

    private Scenarios() {}

    /**
     * One file with what is expected of it.
     *
     * @param source file and line of the scenario
     * @param name what it shows
     * @param ruleId the rule it is about, empty for whole files
     * @param good whether it is the good example of its rule
     * @param district legal entity of the file name
     * @param header date of the header record
     * @param lines text by line number
     * @param expected expectation by line number
     * @param info expected INFO counts; empty when they do not matter
     */
    record Scenario(
            String source,
            String name,
            String ruleId,
            boolean good,
            String district,
            LocalDate header,
            SortedMap<Integer, String> lines,
            SortedMap<Integer, Expected> expected,
            Map<String, Integer> info) {}

    /**
     * What is expected of a line.
     *
     * @param accepted whether it passes
     * @param findings its findings as {@code RULE@line}
     */
    record Expected(boolean accepted, List<String> findings) {}

    /** The scenarios of single fields: a base record with some fields changed. */
    static List<Scenario> ofFields() {
        return files("fields-")
                .flatMap(file -> FieldScenarios.read(file).stream())
                .toList();
    }

    /** The scenarios of whole files. */
    static List<Scenario> ofFiles() {
        return files("files-")
                .flatMap(file -> FileScenarios.read(file).stream())
                .toList();
    }

    static List<Scenario> all() {
        List<Scenario> all = new ArrayList<>(ofFields());
        all.addAll(ofFiles());
        return all;
    }

    /** A scenario's text as a district's file would have it. */
    static String unescape(String text) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '×') {
                int end = i + 1;
                while (end < text.length() && Character.isDigit(text.charAt(end))) {
                    end++;
                }
                int times = Integer.parseInt(text.substring(i + 1, end));
                plain.append(String.valueOf(plain.charAt(plain.length() - 1)).repeat(times - 1));
                i = end - 1;
            } else {
                plain.append(
                        switch (c) {
                            case '→' -> '\t';
                            case '·' -> ' ';
                            case '␋' -> '\u000b';
                            default -> c;
                        });
            }
        }
        return plain.toString();
    }

    static SortedMap<Integer, String> lines(Path file) {
        SortedMap<Integer, String> lines = new TreeMap<>();
        try {
            Files.readAllLines(file).forEach(line -> lines.put(lines.size() + 1, line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return lines;
    }

    static LocalDate usDate(String text) {
        String[] parts = text.trim().split("/");
        return LocalDate.of(Integer.parseInt(parts[2]), Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
    }

    static LocalDate defaultHeader() {
        return HEADER;
    }

    private static Stream<Path> files(String prefix) {
        try {
            Path folder = Path.of(Scenarios.class.getResource("/scenarios").toURI());
            try (Stream<Path> files = Files.list(folder)) {
                return files
                        .filter(file -> file.getFileName().toString().startsWith(prefix))
                        .sorted()
                        .toList()
                        .stream();
            }
        } catch (IOException | URISyntaxException e) {
            throw new IllegalStateException("the scenarios cannot be read", e);
        }
    }
}
