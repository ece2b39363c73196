package gov.mt.opi.aim.reporting;

import static gov.mt.opi.aim.reporting.Asked.csv;
import static gov.mt.opi.aim.reporting.Asked.get;
import static gov.mt.opi.aim.reporting.Asked.json;
import static gov.mt.opi.aim.reporting.StateTopics.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What everybody may see of a district with one small class. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PublicAudienceTest {

    private final StateTopics state = new StateTopics();

    @BeforeAll
    void threeClasses() {
        state.register("620");
        state.register("621");
        enrolled("09", 3);
        enrolled("10", 12);
        enrolled("11", 20);
        eventually(() -> assertThat(
                        json("/api/v1/membership?on=2007-03-13&district=620").getInt("total"))
                .isEqualTo(35));
    }

    @AfterAll
    void close() {
        state.close();
    }

    @Test
    void smallCellsAndTheirComplementsAreHidden() {
        String counts = "/api/v1/membership?on=2007-03-13&district=620&by=grade";

        assertThat(csv(counts + "&audience=public")).isEqualTo("grade,students\r\n09,*\r\n10,*\r\n11,20\r\n");
        JsonPath ofAnother = get("district-621", counts + "&audience=public").jsonPath();
        assertThat(ofAnother.getInt("total")).isEqualTo(35);
        assertThat(ofAnother.getList("rows.students")).isEqualTo(List.of("*", "*", 20));
        assertThat(get("district-621", counts).statusCode()).isEqualTo(404);
        assertThat(get("district-620", counts).jsonPath().getList("rows.students"))
                .isEqualTo(List.of(3, 12, 20));
    }

    @Test
    void reportsHideTooAndListsAreNotForThePublic() {
        JsonPath dropouts = get(
                        "district-621", "/api/v1/reports/dropouts?year=2007&district=620&by=grade&audience=public")
                .jsonPath();
        assertThat(dropouts.getList("rows.membership7to12")).isEqualTo(List.of("*", "*", 20));
        assertThat(dropouts.getString("rows[2].dropoutRate7to12")).isEqualTo("<5%");
        assertThat(get("district-621", "/api/v1/reports/dropouts/students?year=2007&district=620&audience=public")
                        .statusCode())
                .isEqualTo(400);
        assertThat(json("/api/v1/reports/subgroups?on=2007-03-13&district=620&audience=public")
                        .getString("rows.find { it.subgroup == 'sped' }.students"))
                .isEqualTo("0");
    }

    @Test
    void nonsenseIsABadRequest() {
        String counts = "/api/v1/membership?on=2007-03-13&district=620";
        assertThat(get("opi", counts + "&audience=everybody").statusCode()).isEqualTo(400);
        assertThat(get("opi", counts + "&by=grade,sped,lunch,gender&audience=public")
                        .statusCode())
                .isEqualTo(400);
    }

    private void enrolled(String grade, int students) {
        for (int i = 0; i < students; i++) {
            state.enrollment(UUID.randomUUID(), "620", Map.of("grade", grade));
        }
    }
}
