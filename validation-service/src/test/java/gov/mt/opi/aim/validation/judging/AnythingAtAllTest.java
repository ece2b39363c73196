package gov.mt.opi.aim.validation.judging;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.validation.JudgedFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;

/** Whatever a line holds, it gets a verdict. */
class AnythingAtAllTest {

    private static final int LINES = 20_000;
    /** The longest record has 37 fields; a field has seldom more than two findings. */
    private static final int FINDINGS_MAX = 80;

    private static final int WORDS_MAX = 1000;
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
            lines.add(line(random));
        }

        JudgedFile file = JudgedFile.of(lines);

        assertThat(file.order()).as("seed %d", seed).hasSize(LINES + 1).doesNotHaveDuplicates();
        assertThat(file.accepted().size() + file.rejected().size())
                .as("seed %d", seed)
                .isEqualTo(LINES);
        file.rejected().values().forEach(outcome -> {
            assertThat(outcome.findings())
                    .as("a rejected line says why, seed %d", seed)
                    .isNotEmpty();
            assertBounded(outcome.findings(), outcome, seed);
        });
        file.accepted().values().forEach(record -> assertBounded(record.findings(), record, seed));
    }

    private static void assertBounded(List<Finding> findings, Object event, long seed) {
        assertThat(findings).as("bounded findings, seed %d", seed).hasSizeLessThanOrEqualTo(FINDINGS_MAX);
        findings.forEach(finding -> assertThat(
                        finding.message().length() + finding.hint().length())
                .as("bounded words, seed %d: %s", seed, finding.ruleId())
                .isLessThanOrEqualTo(WORDS_MAX));
        assertThat(EventJson.write(event)).as("can be sent, seed %d", seed).isNotEmpty();
    }

    private static String line(Random random) {
        String line =
                switch (random.nextInt(8)) {
                    case 0 -> garbage(random);
                    case 1 -> new String(bytes(random), StandardCharsets.UTF_8);
                    case 2 -> new String(bytes(random), Charset.forName("windows-1252"));
                    case 3 -> broken(random) + "\t".repeat(random.nextInt(5));
                    case 4 -> flood(random);
                    default -> broken(random);
                };
        // A line comes from decoded bytes, so it holds no half characters.
        return new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = broken(random).getBytes(StandardCharsets.UTF_8);
        for (int i = random.nextInt(10); i > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    /** One value, or the number of values, far too long. */
    private static String flood(Random random) {
        String piece = PIECES[random.nextInt(PIECES.length)] + "x";
        return broken(random)
                .replaceFirst("\t[^\t]*\t", "\t" + Matcher.quoteReplacement(piece.repeat(random.nextInt(3000))) + "\t");
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
