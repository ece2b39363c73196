package gov.mt.opi.aim.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search itself: one that finds nothing anywhere would prove nothing. */
class PersonalDataTest {

    @TempDir
    Path logs;

    private final PersonalData personal = new PersonalData();

    @BeforeEach
    void learn() {
        personal.addAll("SD\t63\t123456789\t10045\tBearchild\tWinona\t\t\tF\t05/14/1995\t\t05\t\t\t");
        personal.addAll("EN\t63\t733\t101\t2007\t987654321\t10045\tP\t08/28/2006\t02\t\t\t\t06");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "no such student: Bearchild",
                "{\"firstName\":\"Winona\"}",
                "born 05/14/1995",
                "DETAIL:  Key (birth_date)=(1995-05-14) already exists.",
                "State ID 123456789 is unknown",
                "stateId=987654321,"
            })
    void findsWhatALogMustNotHold(String line) throws Exception {
        Files.writeString(logs.resolve("some.log"), "started\n" + line + "\n");

        assertThat(personal.placesIn(logs)).containsExactly("some.log:2");
    }

    @Test
    void leavesOtherDatesAndNumbersAlone() throws Exception {
        Files.writeString(logs.resolve("some.log"), "2007-03-15 12:00:00.123456789 offset 111111111 of 08/28/2006\n");

        assertThat(personal.placesIn(logs)).isEmpty();
    }
}
