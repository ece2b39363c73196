package gov.mt.opi.aim.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    private static final int BUFFER = 64 * 1024;

    @Test
    void splitsAtEveryKindOfLineEnd() throws IOException {
        assertThat(lines("a\r\nb\nc\rd")).containsExactly("1 CRLF a", "2 LF b", "3 CR c", "4 NONE d");
        assertThat(lines("a\n")).containsExactly("1 LF a");
        assertThat(lines("a\r")).containsExactly("1 CR a");
        assertThat(lines("\r\n\r\n")).containsExactly("1 CRLF ", "2 CRLF ");
        assertThat(lines("\r\r\n\n")).containsExactly("1 CR ", "2 CRLF ", "3 LF ");
        assertThat(lines("")).isEmpty();
    }

    @Test
    void seesALineEndThatTheBufferCutsInTwo() throws IOException {
        for (int length = BUFFER - 2; length <= BUFFER + 1; length++) {
            String first = "x".repeat(length);
            List<String> lines = lines(first + "\r\nsecond\r");
            assertThat(lines).hasSize(2);
            assertThat(lines.get(0)).startsWith("1 CRLF xxx");
            assertThat(lines.get(1)).isEqualTo("2 CR second");
            assertThat(lines(first + "\rsecond").get(0)).startsWith("1 CR xxx");
            assertThat(lines(first + "\r")).hasSize(1);
        }
    }

    @Test
    void knowsWhereEveryLineIs() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder("\uFEFF");
        for (int line = 0; line < 400; line++) {
            text.append("\u00e9y".repeat(random.nextInt(line % 50 == 0 ? 60_000 : 300)))
                    .append(List.of("\r\n", "\n", "\r", "\n\n").get(random.nextInt(4)));
        }
        byte[] bytes = text.append("last").toString().getBytes(StandardCharsets.UTF_8);

        LineReader reader = reader(bytes);
        int cut = 0;
        while (reader.next()) {
            String whole = new String(bytes, (int) reader.from(), (int) reader.length(), StandardCharsets.UTF_8);
            String kept = reader.text(StandardCharsets.UTF_8);
            assertThat(whole).as("seed %d, line %d", seed, reader.number()).startsWith(kept);
            if (reader.isCut()) {
                cut++;
            } else {
                assertThat(whole).as("seed %d, line %d", seed, reader.number()).isEqualTo(kept);
            }
        }
        assertThat(cut).isPositive();
    }

    @Test
    void leavesTheByteOrderMarkOut() throws IOException {
        LineReader reader = reader("\uFEFFHD\nx".getBytes(StandardCharsets.UTF_8));
        assertThat(reader.next()).isTrue();
        assertThat(reader.hasByteOrderMark()).isTrue();
        assertThat(reader.text(StandardCharsets.UTF_8)).isEqualTo("HD");
    }

    @Test
    void holdsNoMoreOfALongLineThanTellsThatItIsTooLong() throws IOException {
        int most = RecordSubmitted.RECORD_LENGTH_MAX + 1;
        for (String unit : List.of("x", "\u00e9", "\u20ac", "\uD83D\uDE00")) {
            LineReader reader = reader((unit.repeat(500_000) + "\nnext").getBytes(StandardCharsets.UTF_8));
            assertThat(reader.next()).isTrue();
            String text = reader.text(StandardCharsets.UTF_8);
            assertThat(text).hasSize(most);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(text)).isTrue();
            assertThat(reader.next()).isTrue();
            assertThat(reader.text(StandardCharsets.UTF_8)).isEqualTo("next");
            assertThat(reader.number()).isEqualTo(2);
        }
    }

    @Test
    void keepsARecordOfTheGreatestLengthWhole() throws IOException {
        String longest = "\u20ac".repeat(RecordSubmitted.RECORD_LENGTH_MAX);
        LineReader reader = reader((longest + "\n").getBytes(StandardCharsets.UTF_8));
        reader.next();
        assertThat(reader.text(StandardCharsets.UTF_8)).isEqualTo(longest);
    }

    @Test
    void decodesWindows1252() throws IOException {
        LineReader reader = reader(new byte[] {'P', 'e', (byte) 0xF1, 'a', (byte) 0x80});
        reader.next();
        assertThat(reader.text(Charset.forName("windows-1252"))).isEqualTo("Pe\u00f1a\u20ac");
    }

    @Test
    void callsALineOfBlanksBlankButNotALineOfTabs() throws IOException {
        LineReader reader = reader(("\n   \n\t\t\n" + " ".repeat(200_000) + "\n" + " ".repeat(200_000) + "x")
                .getBytes(StandardCharsets.US_ASCII));
        List<Boolean> blank = new ArrayList<>();
        while (reader.next()) {
            blank.add(reader.isBlank());
        }
        assertThat(blank).containsExactly(true, true, false, true, false);
    }

    @Test
    void findsTheSameLinesHoweverTheStreamHandsItsBytesOut() throws IOException {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 50; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 300; i++) {
                text.append("ab".repeat(random.nextInt(600)))
                        .append(List.of("\r", "\n", "\r\n", "").get(random.nextInt(4)));
            }
            byte[] bytes = text.toString().getBytes(StandardCharsets.US_ASCII);
            String[] expected = text.toString().split("\r\n|\r|\n", -1);
            List<String> found = new ArrayList<>();
            LineReader reader = new LineReader(dripping(bytes, random));
            while (reader.next()) {
                found.add(reader.text(StandardCharsets.US_ASCII));
            }
            List<String> wanted = new ArrayList<>(List.of(expected));
            if (wanted.get(wanted.size() - 1).isEmpty()) {
                wanted.remove(wanted.size() - 1);
            }
            wanted.replaceAll(
                    line -> line.substring(0, Math.min(line.length(), RecordSubmitted.RECORD_LENGTH_MAX + 1)));
            assertThat(found).as("seed %d", seed).isEqualTo(wanted);
        }
    }

    private static InputStream dripping(byte[] bytes, Random random) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int from, int length) {
                return super.read(into, from, Math.min(length, 1 + random.nextInt(999)));
            }
        };
    }

    private static List<String> lines(String text) throws IOException {
        LineReader reader = reader(text.getBytes(StandardCharsets.UTF_8));
        List<String> lines = new ArrayList<>();
        while (reader.next()) {
            lines.add(reader.number() + " " + reader.end() + " " + reader.text(StandardCharsets.UTF_8));
        }
        return lines;
    }

    private static LineReader reader(byte[] bytes) {
        return new LineReader(new ByteArrayInputStream(bytes));
    }
}
