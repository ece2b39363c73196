package gov.mt.opi.aim.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void wordsStandLeftAndNumbersRight() {
        Table table = new Table(1, "grade", "n");
        table.row("KG", 7);
        table.row("total", 1234);

        assertThat(table.lines()).containsExactly("  grade     n", "  KG        7", "  total  1234");
    }
}
