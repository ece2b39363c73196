package gov.mt.opi.aim.intake.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TextCheckTest {

    @Test
    void agreesWithTheDecoderOfTheJdk() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        byte[] interesting = {
            'a',
            '\t',
            (byte) 0x80,
            (byte) 0xBF,
            (byte) 0xC0,
            (byte) 0xC2,
            (byte) 0xDF,
            (byte) 0xE0,
            (byte) 0xA0,
            (byte) 0x9F,
            (byte) 0xED,
            (byte) 0xEF,
            (byte) 0xF0,
            (byte) 0x90,
            (byte) 0x8F,
            (byte) 0xF4,
            (byte) 0xF5
        };
        for (int round = 0; round < 200_000; round++) {
            byte[] bytes = new byte[1 + random.nextInt(5)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = interesting[random.nextInt(interesting.length)];
            }
            assertThat(isUtf8(bytes))
                    .as("seed %d, %s", seed, java.util.HexFormat.of().formatHex(bytes))
                    .isEqualTo(decodes(bytes));
        }
    }

    @Test
    void seesACharacterThatTwoBuffersShare() {
        TextCheck check = new TextCheck();
        byte[] euro = "\u20ac".getBytes(StandardCharsets.UTF_8);
        check.see(new byte[] {euro[0]}, 1);
        assertThat(check.isUtf8()).isFalse();
        check.see(new byte[] {euro[1], euro[2]}, 2);
        assertThat(check.isUtf8()).isTrue();
    }

    @Test
    void seesNul() {
        TextCheck check = new TextCheck();
        check.see(new byte[] {'a', 0}, 1);
        assertThat(check.hasNul()).isFalse();
        check.see(new byte[] {'a', 0}, 2);
        assertThat(check.hasNul()).isTrue();
    }

    private static boolean isUtf8(byte[] bytes) {
        TextCheck check = new TextCheck();
        check.see(bytes, bytes.length);
        return check.isUtf8();
    }

    private static boolean decodes(byte[] bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
