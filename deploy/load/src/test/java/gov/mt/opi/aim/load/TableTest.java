package gov.mt.opi.aim.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void isMarkdownAndColumnsAtOnce() {
        Table table = new Table("what", "a", "b").row("first", 1, "10,000").row("second", 22);

        assertThat(table.lines())
                .containsExactly(
                        "| what   |   a |      b |",
                        "|--------|----:|-------:|",
                        "| first  |   1 | 10,000 |",
                        "| second |  22 |        |");
    }
}
