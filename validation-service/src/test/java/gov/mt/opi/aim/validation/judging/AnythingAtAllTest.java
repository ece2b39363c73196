package gov.mt.opi.aim.validation.judging;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.validation.JudgedFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever a line holds, it gets a verdict. */
class AnythingAtAllTest {

    private static final int LINES = 20_000;
    private static final String[] PIECES = {
        "",
        " ",
        "\t",
        "\t\t\t",
        "SD",
        "EN",
        "PP",
        "AT",
        "63",
        "0063",
        "733",
        "101",
        "2007",
        "123456789",
        "10045",
        "Doe",
        "O'Neil",
        "Pe\ufffda",
        "\"",
        "\"\"",
        "Y",
        "N",
        "NULL",
        "n/a",
        "08/28/2006",
        "02/30/2007",
        "99/99/9999",
        "01/01/0000",
        "12/31/9999",
        "0.333",
        ".",
        "1e9",
        "-1",
        "300*",
        "300",
        "Jr.",
        "\u0000",
        "\u00a0",
        "\u2028",
        "\ud83d",
        "\ud83d\ude00",
        "\uffff",
        "99999999999999999999",
        "0",
        "٣",
        "２００７"
    };
    private static final String[] GOOD = {
        "SD\t63\t\t10045\tDoe\tJane\tQ\t\tF\t05/14/1995\t\t05\t\t\t",
        "EN\t63\t733\t101\t2007\t123456789\t10045\tP\t08/28/2006\t02\t12/15/2006\t300\t01\t10",
        "PP\t63\t733\t101\tDoe\tJane\t123456789\t10045\tR\tN\tN\tY\tTAS\tY\tY\tN\tN\tN\tN\tN\tN\tN\tN\tN\tY\tY\tN\t01\tN\t\t33\t01"
                + "\t10/05/2005\tN\tY\t08/28/2005\t2007",
        "AT\t63\t733\t101\t123456789\tDoe\tJane\t0.333\tF"
    };

    @Test
    void everyLineGetsExactlyOneVerdict() {
        long seed = System.nanoTime();
        System.out.println("AnythingAtAllTest seed " + seed);
        Random random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < LINES; i++) {
            lines.add(random.nextBoolean() ? garbage(random) : broken(random));
        }

        JudgedFile file = JudgedFile.of(lines);

        assertThat(file.order()).as("seed %d", seed).hasSize(LINES + 1).doesNotHaveDuplicates();
        assertThat(file.accepted().size() + file.rejected().size())
                .as("seed %d", seed)
                .isEqualTo(LINES);
        assertThat(file.rejected().values())
                .as("a rejected line says why, seed %d", seed)
                .noneMatch(outcome -> outcome.findings().isEmpty());
    }

    private static String garbage(Random random) {
        StringBuilder line = new StringBuilder();
        int pieces = random.nextInt(60);
        for (int i = 0; i < pieces; i++) {
            line.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return line.toString();
    }

    private static String broken(Random random) {
        String[] values = GOOD[random.nextInt(GOOD.length)].split("\t", -1);
        int changes = random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            values[random.nextInt(values.length)] = PIECES[random.nextInt(PIECES.length)];
        }
        return String.join("\t", values);
    }
}
