package gov.mt.opi.aim.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A submission as the service told it.
 *
 * @param json the object that came, whole
 */
public record Submission(JsonNode json) {

    /** @throws CallFailure when it is no submission, so what answered was no intake */
    public Submission {
        if (!json.isObject() || json.path("id").asText().isEmpty()) {
            throw CallFailure.notAvailable("The answer is not that of AIM's intake. Check --url.");
        }
    }

    public String id() {
        return json.path("id").asText();
    }

    public String fileName() {
        return json.path("fileName").asText();
    }

    public String status() {
        return json.path("status").asText();
    }

    /** True when it was only checked and nothing of it is stored. */
    public boolean isValidated() {
        return json.path("mode").asText().equals("validate");
    }

    /** True when it answers for the same bytes sent again. */
    public boolean isDuplicate() {
        return json.path("duplicate").asBoolean();
    }

    /** The same, known to answer for the same bytes sent again. */
    public Submission asDuplicate() {
        ObjectNode duplicate = json.deepCopy();
        return new Submission(duplicate.put("duplicate", true));
    }

    /** Every line has its outcome. */
    public boolean isCompleted() {
        return status().equals("COMPLETED");
    }

    /** The file was not taken. */
    public boolean isRefused() {
        return status().equals("REFUSED");
    }

    /** The service failed, which it says and mends. */
    public boolean hasFailed() {
        return status().equals("FAILED");
    }

    /** @param outcome {@code total}, {@code pending}, or an outcome in lower case */
    public long records(String outcome) {
        return json.path("records").path(outcome).asLong();
    }

    /** @param severity in lower case */
    public long findings(String severity) {
        return json.path("findings").path(severity).asLong();
    }
}
