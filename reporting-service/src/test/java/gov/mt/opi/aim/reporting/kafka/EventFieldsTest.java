package gov.mt.opi.aim.reporting.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFieldsTest {

    private static final List<String> NAMES = List.of("a", "stateId", "state\"Id", "schüler", "lastName", "version");
    private static final EventFields.Names WANTED = new EventFields.Names(Set.copyOf(NAMES));
    private static final ObjectMapper JACKSON = new ObjectMapper();

    @Test
    void readsWhatTheGeneralParserReads() throws IOException {
        long seed = Long.getLong("aim.test.seed", System.nanoTime());
        Random random = new Random(seed);
        for (int i = 0; i < 5_000; i++) {
            ObjectNode object = object(random, 2);
            byte[] bytes = random.nextBoolean()
                    ? JACKSON.writeValueAsBytes(object)
                    : JACKSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(object);
            assertThat(texts(bytes))
                    .as("seed %d, document %s", seed, object)
                    .isEqualTo(expected(JACKSON.readTree(bytes)));
        }
    }

    @Test
    void whatIsCutShortIsNoObject() throws IOException {
        Random random = new Random(20070313);
        for (int i = 0; i < 300; i++) {
            byte[] bytes = JACKSON.writeValueAsBytes(object(random, 2));
            for (int length = 0; length < bytes.length; length++) {
                byte[] cut = Arrays.copyOf(bytes, length);
                assertThatThrownBy(() -> texts(cut)).isInstanceOf(IOException.class);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "7",
                "null",
                "{",
                "{}}",
                "{} x",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{,\"a\":1}",
                "{a:1}",
                "{'a':1}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":truth}",
                "{\"a\":01}",
                "{\"a\":+1}",
                "{\"a\":1.}",
                "{\"a\":.5}",
                "{\"a\":-}",
                "{\"a\":\"\\x\"}",
                "{\"a\":\"\\u12g4\"}",
                "{\"a\":\"\t\"}",
                "{\"a\":\"x}",
                "{\"a\":NaN}"
            })
    void whatIsNoJsonIsRefused(String text) {
        assertThatThrownBy(() -> texts(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(IOException.class);
    }

    @Test
    void bytesThatAreNoUtf8AreRefused() {
        byte[] bytes = "{\"a\":\"xx\"}".getBytes(StandardCharsets.UTF_8);
        bytes[6] = (byte) 0xC3;

        assertThatThrownBy(() -> texts(bytes)).isInstanceOf(IOException.class);
    }

    @Test
    void readsDatesTimesNumbersAndKeys() throws IOException {
        for (String date : List.of("2007-03-15", "0001-01-01", "9999-12-31", "2008-02-29")) {
            assertThat(value("\"" + date + "\"").date("a")).isEqualTo(LocalDate.parse(date));
        }
        for (String time : List.of(
                "2026-11-22T02:53:19Z",
                "2026-11-22T02:53:19.1Z",
                "2026-11-22T02:53:19.123456Z",
                "1969-12-31T23:59:59.999999999Z",
                "2026-11-22T02:53:19+01:00",
                "+12026-11-22T02:53:19Z")) {
            Instant expected = java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(time, Instant::from);
            assertThat(value("\"" + time + "\"").instant("a")).as(time).isEqualTo(expected);
        }
        UUID key = UUID.randomUUID();
        assertThat(value("\"" + key + "\"").uuid("a")).isEqualTo(key);
        assertThat(value("\"" + key.toString().toUpperCase(java.util.Locale.ROOT) + "\"")
                        .uuid("a"))
                .isEqualTo(key);
        for (long number : new long[] {0, 1, -1, 2007, Long.MAX_VALUE, -Long.MAX_VALUE}) {
            assertThat(value(String.valueOf(number)).number("a")).isEqualTo(number);
        }
        assertThat(value("0.333").decimal("a")).isEqualTo(new BigDecimal("0.333"));
        assertThat(value("\"1\"").decimal("a")).isEqualTo(BigDecimal.ONE);
        assertThat(value("null").date("a")).isNull();
        assertThat(value("\"\"").instant("a")).isNull();
        assertThat(value("null").uuid("a")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"2007-02-30\"", "\"2007-3-15\"", "\"15.03.2007\"", "\"2007-03-1x\"", "20070315"})
    void whatIsNoDateIsRefused(String value) {
        assertThatThrownBy(() -> value(value).date("a")).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"0195c1f2-4b7e-7d3a-9f10-2b3c4d5e6f7\"",
                "\"0195c1f2-4b7e-7d3a-9f10-2b3c4d5e6f7g\"",
                "\"0195c1f2-4b7e-7d3a-9f1-02b3c4d5e6f70\"",
                "\"0195c1f2-4b7e-7d3a-9f10-2b3c-d5e6f70a\"",
                "7"
            })
    void whatIsNoKeyIsRefused(String value) {
        assertThatThrownBy(() -> value(value).uuid("a")).isInstanceOf(Exception.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.5", "1e3", "01", "99999999999999999999", "true", "\"x\"", "{}"})
    void whatIsNoWholeNumberIsRefused(String value) {
        assertThatThrownBy(() -> value(value).number("a")).isInstanceOf(Exception.class);
    }

    private static EventFields value(String value) throws IOException {
        return EventFields.read(("{\"a\":" + value + "}").getBytes(StandardCharsets.UTF_8), WANTED);
    }

    /** The scalars of the wanted properties; of a property that is there twice the later one. */
    private static Map<String, String> texts(byte[] bytes) throws IOException {
        EventFields fields = EventFields.read(bytes, WANTED);
        Map<String, String> texts = new HashMap<>();
        NAMES.forEach(name -> texts.put(name, fields.text(name)));
        return texts;
    }

    private static Map<String, String> expected(JsonNode object) {
        Map<String, String> expected = new HashMap<>();
        for (String name : NAMES) {
            expected.put(
                    name,
                    object.path(name).isValueNode() && !object.path(name).isNull()
                            ? object.get(name).asText()
                            : null);
        }
        return expected;
    }

    /** Scalars under names that are wanted, anything under others. */
    private static ObjectNode object(Random random, int depth) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        for (int i = random.nextInt(8); i > 0; i--) {
            boolean wanted = random.nextInt(3) > 0;
            String name = wanted ? NAMES.get(random.nextInt(NAMES.size())) : text(random) + "?";
            if (depth > 0 && !wanted && random.nextBoolean()) {
                if (random.nextBoolean()) {
                    object.set(name, object(random, depth - 1));
                } else {
                    object.putArray(name).add(object(random, depth - 1)).add(text(random));
                }
            } else {
                switch (random.nextInt(6)) {
                    case 0 -> object.put(name, random.nextInt());
                    case 1 -> object.put(name, random.nextBoolean());
                    case 2 -> object.putNull(name);
                    default -> object.put(name, text(random));
                }
            }
        }
        return object;
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            String letters = "aN7 \"\\/\b\n\t\u0001ü€{}[],:";
            if (random.nextInt(12) == 0) {
                text.appendCodePoint(0x1F600 + random.nextInt(40));
            } else {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
        }
        return text.toString();
    }
}
