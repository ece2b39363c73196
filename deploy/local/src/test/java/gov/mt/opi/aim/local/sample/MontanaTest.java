package gov.mt.opi.aim.local.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MontanaTest {

    private final Montana montana = new Montana();
    private SampleFile refused;
    private SampleFile silverLarch;
    private SampleFile badgerCrossing;
    private SampleFile withoutIds;
    private SampleFile everythingElse;

    @BeforeEach
    void write() {
        List<SampleFile> first = montana.firstFiles();
        refused = first.get(0);
        silverLarch = first.get(1);
        badgerCrossing = first.get(2);
        withoutIds = montana.demographicsWithoutIds();
        Map<String, String> ids = new HashMap<>();
        montana.localIds().forEach(localId -> ids.put(localId, "1000" + localId));
        everythingElse = montana.everythingElse(ids);
    }

    @Test
    void statesWhatMustBecomeOfEveryLine() {
        assertThat(refused.refused()).isTrue();
        assertThat(silverLarch.outcomes()).isEqualTo(Map.of("accepted", 554, "rejected", 3));
        assertThat(badgerCrossing.outcomes()).isEqualTo(Map.of("accepted", 298, "rejected", 3));
        assertThat(withoutIds.outcomes()).isEqualTo(Map.of("accepted", 79, "held", 1, "rejected", 1));
        assertThat(everythingElse.outcomes()).isEqualTo(Map.of("accepted", 236, "rejected", 1));
    }

    @Test
    void statesWhichRulesMustSpeak() {
        assertThat(refused.findings()).isEqualTo(Map.of("HDR-043", 1));
        assertThat(silverLarch.findings())
                .isEqualTo(Map.of("EN-131", 1, "EN-142", 1, "PP-094", 1, "XS-028", 1, "XS-034", 2));
        assertThat(badgerCrossing.findings())
                .isEqualTo(Map.of("AT-091", 1, "PP-116", 1, "REC-001", 1, "XF-010", 2, "XS-012", 1));
        assertThat(withoutIds.findings()).isEqualTo(Map.of("SD-103", 1, "XS-006", 1));
        assertThat(everythingElse.findings()).isEqualTo(Map.of("AT-083", 1));
    }

    @Test
    void statesWhoIsAMember() {
        assertThat(montana.membership().total()).isEqualTo(287);
        assertThat(montana.membership().byDistrictAndGrade())
                .containsEntry("63 04", 11)
                .containsEntry("63 08", 10)
                .containsEntry("9 07", 9)
                .containsEntry("1184 KG", 6)
                .doesNotContainKey("63 PK");
    }

    @Test
    void isTheSameEveryTime() {
        Montana again = new Montana();

        assertThat(again.firstFiles()).extracting(SampleFile::content).contains(silverLarch.content());
        assertThat(again.demographicsWithoutIds().content()).isEqualTo(withoutIds.content());
    }

    @Test
    void everyLineHasTheFieldsOfItsType() {
        Map<String, Integer> fields = Map.of("HD", 4, "SD", 15, "EN", 14, "PP", 37, "AT", 9);

        assertThat(List.of(silverLarch, badgerCrossing, withoutIds, everythingElse))
                .flatExtracting(file -> file.content().lines().toList())
                .filteredOn(line -> !line.isEmpty())
                .allSatisfy(line -> assertThat(line.split("\t", -1)).hasSize(fields.get(line.substring(0, 2))));
    }

    @Test
    void theFirstFileOfANewcomerHasAMistake() {
        assertThat(Montana.firstOfYourOwn().content()).contains("\tmale\t");
        assertThat(Montana.firstOfYourOwn().findings()).isEqualTo(Map.of("SD-094", 1));
    }
}
