package gov.mt.opi.aim.intake;

import static gov.mt.opi.aim.intake.IntakeScene.awaitStatus;
import static gov.mt.opi.aim.intake.IntakeScene.file;
import static gov.mt.opi.aim.intake.IntakeScene.get;
import static gov.mt.opi.aim.intake.IntakeScene.line;
import static gov.mt.opi.aim.intake.IntakeScene.outcome;
import static gov.mt.opi.aim.intake.IntakeScene.taken;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.layout.RecordType;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The State IDs of a file that fills several segments of the ledger, told in parts and twice. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class StateIdServiceTest {

    private static final int LINES = 2_500;
    /** The header is line 1; every fifth record is an EN. */
    private static final int LAST_LINE = LINES + 1;

    private IntakeScene scene;

    @BeforeEach
    void register() {
        scene = new IntakeScene();
        scene.register("63");
    }

    @AfterEach
    void leave() {
        scene.close();
    }

    @Test
    void pagesGoOnFromSegmentToSegmentInTheOrderOfLines() {
        String id = sent("pages");
        // The last lines first, and a part of them again.
        tell(id, LINES / 2, LAST_LINE, Outcome.ACCEPTED);
        tell(id, 2, LINES / 2 + 100, Outcome.ACCEPTED);
        awaitStatus(id, "COMPLETED");

        List<Integer> seen = new ArrayList<>();
        for (int page = 0; page < 5; page++) {
            Response answer = page(id, page, 450);
            assertThat(answer.<Integer>path("total")).isEqualTo(studentLines().size());
            seen.addAll(answer.path("items.line"));
        }
        assertThat(seen).isEqualTo(studentLines());
        assertThat(page(id, 5, 450).<List<Object>>path("items")).isEmpty();
        assertThat(get("opi", "/submissions/{id}/state-ids", id)
                        .asString()
                        .lines()
                        .skip(1)
                        .toList())
                .isEqualTo(studentLines().stream()
                        .map(line -> "63\tL" + line + "\t90000000" + line + "\tNEW")
                        .toList());
    }

    @Test
    void aLineThatWaitedIsListedOnceWithWhatWasDecided() {
        String id = sent("waited");
        tell(id, 2, LAST_LINE - 1, Outcome.HELD);
        tell(id, 2, LAST_LINE - 1, Outcome.ACCEPTED);
        tell(id, 2, LAST_LINE - 1, Outcome.HELD);
        tell(id, LAST_LINE, LAST_LINE, Outcome.ACCEPTED);
        awaitStatus(id, "COMPLETED");

        assertThat(page(id, 0, 1).<Integer>path("total"))
                .isEqualTo(studentLines().size());
        assertThat(page(id, 1, 1000).<List<String>>path("items.outcome")).containsOnly("NEW");
    }

    private String sent(String what) {
        String[] lines = IntStream.rangeClosed(2, LAST_LINE)
                .mapToObj(line -> line(type(line).name(), "63", what + " " + line))
                .toArray(String[]::new);
        return taken("district-63", "63_03152007.tsv", file(lines));
    }

    private void tell(String id, int first, int last, Outcome outcome) {
        List<RecordOutcome> outcomes = IntStream.rangeClosed(first, last)
                .mapToObj(line -> outcome(id, line, type(line), outcome))
                .toList();
        scene.tell(outcomes);
    }

    private static RecordType type(int line) {
        return line % 5 == 0 ? RecordType.EN : RecordType.SD;
    }

    private static List<Integer> studentLines() {
        return IntStream.rangeClosed(2, LAST_LINE)
                .filter(line -> type(line) == RecordType.SD)
                .boxed()
                .toList();
    }

    private static Response page(String id, int page, int size) {
        return given().auth()
                .preemptive()
                .basic("opi", "opi")
                .accept("application/json")
                .queryParam("page", page)
                .queryParam("size", size)
                .get("/api/v1/submissions/{id}/state-ids", id);
    }
}
