package gov.mt.opi.aim.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.api.Submission;
import java.util.List;
import java.util.Optional;

/** What became of one file, as far as it is known. */
sealed interface FileReport {

    ExitCode code();

    /** All of it for a program; members of the submission stand at the top. */
    ObjectNode json();

    /**
     * It is with AIM.
     *
     * @param summary how often which rule spoke, in the order in which it pays to mend
     */
    record Told(Submission submission, List<JsonNode> summary) implements FileReport {

        @Override
        public ExitCode code() {
            return ExitCode.of(submission);
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = started(code());
            json.setAll((ObjectNode) submission.json());
            json.putArray("summary").addAll(summary);
            return json;
        }
    }

    /** It was not taken; what was wrong with its name or content is kept as a submission, most often. */
    record Refused(String fileName, JsonNode problem) implements FileReport {

        @Override
        public ExitCode code() {
            return ExitCode.REFUSED;
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = started(code());
            if (problem.hasNonNull("submissionId")) {
                json.set("id", problem.path("submissionId"));
            }
            json.put("fileName", fileName);
            json.put("status", "REFUSED");
            json.set("problem", problem);
            return json;
        }
    }

    /**
     * What became of it is not known.
     *
     * @param submission what was known last; empty when it is not known whether AIM has the file
     */
    record Unknown(String fileName, Optional<Submission> submission, CallFailure failure) implements FileReport {

        @Override
        public ExitCode code() {
            return ExitCode.of(failure);
        }

        @Override
        public ObjectNode json() {
            ObjectNode json = started(code());
            json.put("fileName", fileName);
            submission.ifPresent(last -> json.setAll((ObjectNode) last.json()));
            json.setAll(Json.error(failure, code()));
            return json;
        }
    }

    private static ObjectNode started(ExitCode code) {
        return Json.object().put("exitCode", code.number());
    }
}
