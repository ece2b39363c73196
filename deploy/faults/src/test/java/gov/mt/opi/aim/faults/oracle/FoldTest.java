package gov.mt.opi.aim.faults.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FoldTest {

    private static final String ABSENT = "AT\t63\t1\t101\t200000001\tPratt\tAnna\t1.000\tF";
    private static final String PRESENT = "AT\t63\t1\t101\t200000001\tPratt\tAnna\t\tF";
    private static final Thing THING = new Thing("AT", List.of("200000001", "63", "1", "101", "2007"));

    private final Fold fold = new Fold();

    @Test
    void theNewerHeaderWinsWhateverComesFirst() {
        fold.add(new Fold.Version("2007-04-09T12:00", 1, 2), PRESENT, 2007);
        fold.add(new Fold.Version("2007-04-02T12:00", 2, 2), ABSENT, 2007);

        assertThat(fold.facts().get(THING)).doesNotContainKey("testWindowCountAbsent");
    }

    @Test
    void ofTwoFilesWithOneHeaderTheLaterReceivedWinsAndWithinAFileTheLaterLine() {
        fold.add(new Fold.Version("2007-04-02T12:00", 2, 2), PRESENT, 2007);
        fold.add(new Fold.Version("2007-04-02T12:00", 2, 3), ABSENT, 2007);
        fold.add(new Fold.Version("2007-04-02T12:00", 1, 9), PRESENT, 2007);

        assertThat(fold.facts().get(THING)).containsEntry("testWindowCountAbsent", "1.000");
    }

    @Test
    void readsDatesAndPortionsAsTheViewWritesThem() {
        Map<String, String> fields =
                SpecLine.fields("EN\t63\t1\t101\t2007\t200000001\t\tP\t08/28/2006\t02\t\t\t\t06", 2007);

        assertThat(fields).containsEntry("startDate", "2006-08-28").doesNotContainKeys("localId", "endDate");
        assertThat(SpecLine.fields(ABSENT.replace("1.000", ".5"), 2007))
                .containsEntry("testWindowCountAbsent", "0.500");
    }

    @Test
    void whatIsPrintedOfAThingDoesNotTellWhoItIs() {
        assertThat(THING.toString()).isEqualTo("AT[63, 1, 101, 2007]");
    }
}
