package gov.mt.opi.aim.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import gov.mt.opi.aim.local.sample.Membership;
import gov.mt.opi.aim.local.sample.SampleFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the services made of the samples.
 *
 * @param files one entry for each file, in the order sent
 * @param counted members on the test day by district and grade, as reporting counts them
 * @param expected the members that must be counted
 */
public record SampleResult(List<File> files, SortedMap<String, Integer> counted, Membership expected) {

    /** The outcomes of a line, in the words of a submission. */
    static final List<String> OUTCOMES = List.of("accepted", "unchanged", "rejected", "held", "stale");

    /** Where the answer differs from what must be; empty when all is well. */
    public List<String> deviations() {
        List<String> deviations = new ArrayList<>();
        files.forEach(file -> deviations.addAll(file.deviations()));
        SortedMap<String, Integer> must = expected.byDistrictAndGrade();
        SortedMap<String, Integer> all = new TreeMap<>(must);
        all.putAll(counted);
        for (String key : all.keySet()) {
            int is = counted.getOrDefault(key, 0);
            int expectedCount = must.getOrDefault(key, 0);
            if (is != expectedCount) {
                deviations.add("membership of district and grade " + key + " is " + is + ", not " + expectedCount);
            }
        }
        return deviations;
    }

    /**
     * A file and the answers about it.
     *
     * @param submission as intake answers it
     * @param findings the items of its summary
     * @param duplicate true when the same bytes had been sent before
     */
    public record File(SampleFile file, JsonNode submission, JsonNode findings, boolean duplicate) {

        File(SampleFile file, JsonNode submission) {
            this(file, submission, JsonNodeFactory.instance.arrayNode(), false);
        }

        public String id() {
            return submission.path("id").asText();
        }

        String status() {
            return submission.path("status").asText();
        }

        int lines(String outcome) {
            return submission.path("records").path(outcome).asInt();
        }

        List<String> deviations() {
            List<String> deviations = new ArrayList<>();
            String expectedStatus = file.refused() ? "REFUSED" : "COMPLETED";
            if (!status().equals(expectedStatus)) {
                deviations.add(file.fileName() + ": status is " + status() + ", not " + expectedStatus);
            }
            for (String outcome : OUTCOMES) {
                int must = file.outcomes().getOrDefault(outcome, 0);
                int is = linesAtFirst(outcome);
                if (is != must) {
                    deviations.add(file.fileName() + ": " + outcome + " lines are " + is + ", not " + must);
                }
            }
            SortedMap<String, Integer> all = new TreeMap<>(file.findings());
            Map<String, Integer> counted = counted();
            all.putAll(counted);
            for (String rule : all.keySet()) {
                int is = counted.getOrDefault(rule, 0);
                int must = file.findings().getOrDefault(rule, 0);
                if (is != must) {
                    deviations.add(file.fileName() + ": findings of " + rule + " are " + is + ", not " + must);
                }
            }
            return deviations;
        }

        /** Of a file sent before, the answer may be about a time when all that is accepted had been there already. */
        private int linesAtFirst(String outcome) {
            if (!duplicate) {
                return lines(outcome);
            }
            return switch (outcome) {
                case "accepted" -> lines("accepted") + lines("unchanged");
                case "unchanged" -> 0;
                default -> lines(outcome);
            };
        }

        private Map<String, Integer> counted() {
            Map<String, Integer> counted = new TreeMap<>();
            for (JsonNode item : findings) {
                if (!item.path("severity").asText().equals("INFO")) {
                    counted.put(item.path("ruleId").asText(), item.path("count").asInt());
                }
            }
            return counted;
        }
    }
}
