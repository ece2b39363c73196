package gov.mt.opi.aim.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.local.sample.Montana;
import gov.mt.opi.aim.local.sample.SampleFile;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SampleResultTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private final SampleFile file = Montana.firstOfYourOwn();

    @Test
    void nothingDeviatesWhenOutcomesAndFindingsAreAsStated() throws Exception {
        assertThat(result(1, "[{'ruleId': 'SD-094', 'severity': 'ERROR', 'count': 1}]")
                        .deviations())
                .isEmpty();
    }

    @Test
    void notesDoNotDeviate() throws Exception {
        assertThat(result(
                                1,
                                "[{'ruleId': 'SD-094', 'severity': 'ERROR', 'count': 1},"
                                        + " {'ruleId': 'SD-031', 'severity': 'INFO', 'count': 2}]")
                        .deviations())
                .isEmpty();
    }

    @Test
    void saysWhichOutcomeAndWhichRuleDeviate() throws Exception {
        assertThat(result(2, "[]").deviations())
                .containsExactly(
                        "63_03192007.tsv: accepted lines are 2, not 1",
                        "63_03192007.tsv: findings of SD-094 are 0, not 1");
    }

    @Test
    void aFileSentBeforeMayHaveChangedNothing() throws Exception {
        JsonNode submission = JSON.readTree(
                "{\"id\": \"1\", \"status\": \"COMPLETED\", \"records\": {\"unchanged\": 1, \"rejected\": 1}}");
        JsonNode findings = JSON.readTree("[{\"ruleId\": \"SD-094\", \"severity\": \"ERROR\", \"count\": 1}]");

        assertThat(new SampleResult.File(file, submission, findings, true).deviations())
                .isEmpty();
        assertThat(new SampleResult.File(file, submission, findings, false).deviations())
                .hasSize(2);
    }

    @Test
    void theMembershipIsHeldAgainstTheSampleToo() throws Exception {
        SampleResult counted =
                new SampleResult(List.of(), new TreeMap<>(java.util.Map.of("63 06", 3)), new Montana().membership());

        assertThat(counted.deviations()).containsExactly("membership of district and grade 63 06 is 3, not 0");
    }

    private SampleResult result(int accepted, String findings) throws Exception {
        JsonNode submission = JSON.readTree("{\"id\": \"1\", \"status\": \"COMPLETED\", \"records\": {\"accepted\": "
                + accepted + ", \"rejected\": 1}}");
        return new SampleResult(
                List.of(new SampleResult.File(file, submission, JSON.readTree(findings.replace('\'', '"')), false)),
                new TreeMap<>(),
                new Montana().membership());
    }
}
