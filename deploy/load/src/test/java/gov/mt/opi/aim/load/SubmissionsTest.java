package gov.mt.opi.aim.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.generator.Expectation;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

    private static final Expectation.Sent MUST = new Expectation.Sent(1, 2, 5, 1, 2);

    @Test
    void openLinesMayBeAcceptedUnchangedOrStale() throws Exception {
        assertThat(differences(submission("COMPLETED", 10, 7, 1, 2, 0))).isEmpty();
        assertThat(differences(submission("COMPLETED", 10, 5, 2, 2, 1))).isEmpty();
    }

    @Test
    void anythingElseIsTold() throws Exception {
        assertThat(differences(submission("PROCESSING", 10, 7, 1, 2, 0))).hasSize(1);
        assertThat(differences(submission("COMPLETED", 11, 7, 2, 2, 0))).hasSize(1);
        assertThat(differences(submission("COMPLETED", 10, 4, 4, 2, 0))).hasSize(1);
        assertThat(differences(submission("COMPLETED", 10, 6, 1, 3, 0))).hasSize(1);
        assertThat(differences(submission("COMPLETED", 10, 7, 0, 2, 1)).get(0)).contains("63_03152007.tsv");
    }

    private static List<String> differences(String submission) throws JsonProcessingException {
        List<String> differences = new ArrayList<>();
        Submissions.compare(new ObjectMapper().readTree(submission), MUST, differences);
        return differences;
    }

    private static String submission(String status, int total, int accepted, int unchanged, int rejected, int stale) {
        return """
                {"fileName": "63_03152007.tsv", "status": "%s", "records": {"total": %d, "pending": 0, "accepted": %d,
                "unchanged": %d, "rejected": %d, "held": 0, "stale": %d}}
                """
                .formatted(status, total, accepted, unchanged, rejected, stale);
    }
}
