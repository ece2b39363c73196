package gov.mt.opi.aim.local;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.local.sample.Montana;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a newcomer wants to see, as lines of text. */
final class Printout {

    /** Grades in the order in which children pass them; those that the code list orders otherwise. */
    private static final List<String> BEFORE_FIRST = List.of("PK", "KG", "P1");

    private static final int MESSAGE_LENGTH_MAX = 100;

    private Printout() {}

    static List<String> of(SampleResult result) {
        List<String> lines = new ArrayList<>();
        lines.addAll(submissions(result));
        lines.add("");
        lines.addAll(findings(result));
        lines.add("");
        lines.addAll(membership(result));
        return lines;
    }

    private static List<String> submissions(SampleResult result) {
        Table table = new Table(4, heads("file", "district", "sent by", "status"));
        for (SampleResult.File file : result.files()) {
            table.row(Stream.concat(
                            Stream.of(
                                    file.file().fileName(),
                                    file.file().districtNumber(),
                                    file.file().sender(),
                                    file.status() + (file.duplicate() ? " (sent before)" : "")),
                            Stream.concat(
                                    Stream.of(file.lines("total")),
                                    SampleResult.OUTCOMES.stream().map(file::lines)))
                    .toArray());
        }
        return section("Submissions: what became of every line", table.lines());
    }

    private static String[] heads(String... heads) {
        return Stream.concat(Stream.concat(Arrays.stream(heads), Stream.of("lines")), SampleResult.OUTCOMES.stream())
                .toArray(String[]::new);
    }

    private static List<String> findings(SampleResult result) {
        Map<String, RuleFindings> byRule = new TreeMap<>();
        int info = 0;
        for (SampleResult.File file : result.files()) {
            for (JsonNode item : file.findings()) {
                if (item.path("severity").asText().equals("INFO")) {
                    info += item.path("count").asInt();
                    continue;
                }
                byRule.merge(item.path("ruleId").asText(), RuleFindings.of(file, item), RuleFindings::and);
            }
        }
        Table table = new Table(6, "rule", "severity", "count", "where", "message");
        byRule.forEach((rule, found) ->
                table.row(rule, found.severity(), found.count(), found.where(), shortened(found.message())));
        List<String> lines = new ArrayList<>(section("Findings by rule", table.lines()));
        if (info > 0) {
            lines.add("  and " + info + " notes (severity INFO), such as defaults that were filled in");
        }
        return lines;
    }

    private static List<String> membership(SampleResult result) {
        Map<String, Map<String, Integer>> byGrade = new TreeMap<>(
                Comparator.comparing((String grade) -> BEFORE_FIRST.contains(grade) ? BEFORE_FIRST.indexOf(grade) : 9)
                        .thenComparing(Comparator.naturalOrder()));
        SortedSet<String> districts = new TreeSet<>(Comparator.comparingInt(Integer::parseInt));
        result.counted().forEach((key, students) -> {
            String[] place = key.split(" ", -1);
            districts.add(place[0]);
            byGrade.computeIfAbsent(place[1], grade -> new LinkedHashMap<>()).put(place[0], students);
        });
        Table table = new Table(
                1,
                Stream.concat(
                                Stream.of("grade"),
                                Stream.concat(
                                        districts.stream().map(district -> "district " + district), Stream.of("total")))
                        .toArray(String[]::new));
        byGrade.forEach((grade, row) -> table.row(cells(grade, row, districts)));
        Map<String, Integer> totals = new LinkedHashMap<>();
        byGrade.values().forEach(row -> row.forEach((district, n) -> totals.merge(district, n, Integer::sum)));
        table.row(cells("total", totals, districts));
        return section("Membership on " + Montana.TEST_DAY + ", students with a Primary enrollment", table.lines());
    }

    private static Object[] cells(String grade, Map<String, Integer> row, SortedSet<String> districts) {
        List<Object> cells = new ArrayList<>();
        cells.add(grade);
        districts.forEach(district -> cells.add(row.getOrDefault(district, 0)));
        cells.add(row.values().stream().mapToInt(Integer::intValue).sum());
        return cells.toArray();
    }

    private static List<String> section(String title, List<String> lines) {
        return Stream.concat(Stream.of(title, ""), lines.stream()).toList();
    }

    private static String shortened(String message) {
        return message.length() <= MESSAGE_LENGTH_MAX ? message : message.substring(0, MESSAGE_LENGTH_MAX) + " …";
    }

    /** The findings of one rule in all files. */
    private record RuleFindings(String severity, int count, String where, String message) {

        static RuleFindings of(SampleResult.File file, JsonNode item) {
            List<String> lines = new ArrayList<>();
            item.path("firstLines").forEach(line -> lines.add(line.asText()));
            String where = file.file().fileName()
                    + lines.stream().limit(3).collect(Collectors.joining(", ", lines.isEmpty() ? "" : ":", ""));
            return new RuleFindings(
                    item.path("severity").asText(),
                    item.path("count").asInt(),
                    where,
                    item.path("message").asText());
        }

        RuleFindings and(RuleFindings other) {
            return new RuleFindings(severity, count + other.count, where + ", " + other.where, message);
        }
    }
}
