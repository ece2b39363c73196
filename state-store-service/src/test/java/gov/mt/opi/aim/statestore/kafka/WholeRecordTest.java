package gov.mt.opi.aim.statestore.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WholeRecordTest {

    private static final Map<String, Object> FIELDS = Map.of(
            "districtNumber", "63",
            "localId", "1",
            "lastName", "Pratt",
            "firstName", "Anna",
            "gender", "F",
            "birthDate", "1995-03-02",
            "raceEthnicity", "05");

    @Test
    void takesARecordWithAllThatItsTypeRequires() {
        assertThat(WholeRecord.isWhole(record(UUID.randomUUID(), FIELDS))).isTrue();
    }

    @Test
    void putsAsideWhatLacksARequiredField() {
        Map<String, Object> fields = new HashMap<>(FIELDS);
        fields.remove("birthDate");

        assertThat(WholeRecord.isWhole(record(UUID.randomUUID(), fields))).isFalse();
    }

    @Test
    void putsAsideWhatIsOfNoSubmission() {
        assertThat(WholeRecord.isWhole(record(null, FIELDS))).isFalse();
    }

    private static RecordAccepted record(UUID submission, Map<String, Object> fields) {
        return new RecordAccepted(
                1,
                submission,
                "63",
                1,
                2,
                LocalDateTime.of(2007, 3, 15, 16, 0),
                Mode.SUBMIT,
                false,
                RecordType.SD,
                fields,
                List.of(),
                Map.of());
    }
}
