package gov.mt.opi.aim.faults.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import gov.mt.opi.aim.local.Api;
import gov.mt.opi.aim.local.Service;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Members of a day by district, school, grade, gender and lunch: counted over the fold, and as reporting says. */
final class Members {

    private static final List<String> BY = List.of("district", "school", "grade", "gender", "lunch");

    private Members() {}

    static Map<String, Long> counted(Fold fold, String day) {
        Map<String, Long> members = new TreeMap<>();
        fold.facts().forEach((thing, fields) -> {
            if (thing.type().equals("EN")
                    && fields.get("serviceType").equals("P")
                    && fields.get("startDate").compareTo(day) <= 0
                    && fields.getOrDefault("endDate", "9999").compareTo(day) >= 0) {
                Map<String, String> student = fold.facts().get(new Thing("SD", List.of(thing.stateId())));
                Map<String, String> program =
                        fold.facts().get(new Thing("PP", thing.key().subList(0, 5)));
                members.merge(
                        String.join(
                                ",",
                                fields.get("districtNumber"),
                                fields.get("schoolNumber"),
                                fields.get("grade"),
                                student == null ? "unknown" : student.get("gender"),
                                program == null ? "N" : program.getOrDefault("freeReducedLunch", "N")),
                        1L,
                        Long::sum);
            }
        });
        return members;
    }

    static Map<String, Long> reported(Api api, List<String> districts, String day)
            throws IOException, InterruptedException {
        Map<String, Long> members = new TreeMap<>();
        for (String district : districts) {
            JsonNode answer = api.get(
                    Service.REPORTING,
                    "/api/v1/membership?on=" + day + "&by=" + String.join(",", BY) + "&district=" + district);
            for (JsonNode row : answer.path("rows")) {
                members.merge(
                        String.join(
                                ",",
                                BY.stream()
                                        .map(dimension -> row.path(dimension).asText())
                                        .toList()),
                        row.path("students").asLong(),
                        Long::sum);
            }
        }
        members.values().removeIf(count -> count == 0);
        return members;
    }
}
