package gov.mt.opi.aim.contracts.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {

    @Test
    void isAMapOfWhatIsThereInTheOrderOfTheLayout() {
        RecordFields fields = new RecordFields(RecordType.EN);
        fields.set(fields.indexOf("grade"), "03");
        fields.set(fields.indexOf("year"), 2007);
        fields.set(RecordType.EN.layout().field("districtNumber").index(), "63");

        Map<String, Object> plain = new LinkedHashMap<>();
        plain.put("districtNumber", "63");
        plain.put("year", 2007);
        plain.put("grade", "03");
        assertThat(fields).isEqualTo(plain).hasSize(3).doesNotContainKey("startDate");
        assertThat(List.copyOf(fields.keySet())).isEqualTo(List.copyOf(plain.keySet()));
        assertThat(fields.get("grade")).isEqualTo("03");
        assertThat(fields.get("noSuchProperty")).isNull();
    }

    @Test
    void knowsWhatTheLayoutDoesNotHave() {
        assertThat(new RecordFields(RecordType.AT).indexOf("grade")).isNegative();
    }

    @Test
    void replacesAValue() {
        RecordFields fields = new RecordFields(RecordType.SD);
        fields.set(fields.indexOf("gender"), "F");
        fields.set(fields.indexOf("gender"), "M");
        assertThat(fields).isEqualTo(Map.of("gender", "M"));
    }
}
