package gov.mt.opi.aim.chassis.db;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ArrayColumnsTest {

    @Test
    void arraysKeepWhateverAValueIsMadeOf() {
        assertThat(ArrayColumns.array(Arrays.asList("O\"Neil", "back\\slash", "a, {b}", "", "NULL", null, "Zoë")))
                .isEqualTo("{\"O\\\"Neil\",\"back\\\\slash\",\"a, {b}\",\"\",\"NULL\",NULL,\"Zoë\"}");
    }

    @Test
    void whatNeedsNoQuotesHasNone() {
        UUID key = UUID.fromString("019b0000-0000-7000-8000-000000000001");
        assertThat(ArrayColumns.array(List.of(7, 8L, new BigDecimal("0.500"), key)))
                .isEqualTo("{7,8,0.500,019b0000-0000-7000-8000-000000000001}");
        assertThat(ArrayColumns.array(List.of(LocalDate.of(2011, 2, 3)))).isEqualTo("{\"2011-02-03\"}");
        assertThat(ArrayColumns.array(List.of())).isEqualTo("{}");
    }
}
