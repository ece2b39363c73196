package gov.mt.opi.aim.load;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** The members that reporting counts, and those that must be counted, for all states that were loaded. */
final class Counts {

    private final Map<LocalDate, Map<String, Long>> must = new HashMap<>();

    /** Of more children: their members are added. */
    void add(Expectation.Wave wave) {
        wave.members()
                .forEach((day, members) -> members.forEach((row, count) ->
                        must.computeIfAbsent(day, none -> new HashMap<>()).merge(row, count, Long::sum)));
    }

    /** Of children who are counted already and were sent again. */
    void replace(Expectation.Wave before, Expectation.Wave after) {
        before.members()
                .forEach((day, members) -> members.forEach((row, count) -> must.get(day)
                        .computeIfPresent(row, (same, all) -> all.equals(count) ? null : Long.valueOf(all - count))));
        add(after);
    }

    /** Where reporting differs; empty when all is counted. */
    List<String> differences(Api api) throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        for (LocalDate day : Expectation.DAYS) {
            JsonNode answer = api.get(Service.REPORTING, "/api/v1/membership?on=" + day + "&by=district,grade,lunch");
            Map<String, Long> counted = new HashMap<>();
            for (JsonNode row : answer.path("rows")) {
                counted.put(
                        String.join(
                                ",",
                                row.path("district").asText(),
                                row.path("grade").asText(),
                                row.path("lunch").asText()),
                        row.path("students").asLong());
            }
            Map<String, Long> wanted = must.getOrDefault(day, Map.of());
            TreeSet<String> rows = new TreeSet<>(counted.keySet());
            rows.addAll(wanted.keySet());
            for (String row : rows) {
                if (!counted.getOrDefault(row, 0L).equals(wanted.getOrDefault(row, 0L))) {
                    differences.add("members of " + day + " in " + row + ": " + counted.getOrDefault(row, 0L) + ", not "
                            + wanted.getOrDefault(row, 0L));
                }
            }
        }
        return differences;
    }

    /** Members of the day of the test. */
    long members() {
        return must.getOrDefault(Expectation.DAYS.get(0), Map.of()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }
}
