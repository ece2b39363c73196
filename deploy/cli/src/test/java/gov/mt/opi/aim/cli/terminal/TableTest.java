package gov.mt.opi.aim.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void alignsTextLeftAndNumbersRight() {
        Table table = new Table(Set.of(1), "type", "records", "what");
        table.row("SD", "1,200", "students");
        table.row("all", "7", "");

        assertThat(table.lines())
                .containsExactly("  type  records  what", "  SD      1,200  students", "  all         7");
    }
}
