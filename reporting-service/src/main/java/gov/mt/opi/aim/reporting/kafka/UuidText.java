package gov.mt.opi.aim.reporting.kafka;

import java.io.IOException;
import java.util.UUID;

/** A UUID as it is written: 36 characters, four of them dashes. */
final class UuidText {

    private static final int[] DASHES = {8, 13, 18, 23};
    private static final int HALF = 18;
    private static final int DIGITS = 16;
    private static final int LENGTH = 36;

    private UuidText() {}

    /**
     * The UUID that begins here; the caller knows that there is room for one.
     *
     * @throws IOException when it is none
     */
    static UUID read(byte[] text, int from) throws IOException {
        for (int dash : DASHES) {
            if (text[from + dash] != '-') {
                throw new IOException("no UUID");
            }
        }
        return new UUID(half(text, from, from + HALF), half(text, from + HALF, from + LENGTH));
    }

    private static long half(byte[] text, int from, int to) throws IOException {
        long half = 0;
        int digits = 0;
        for (int i = from; i < to; i++) {
            byte b = text[i];
            digits += b == '-' ? 0 : 1;
            if (b >= '0' && b <= '9') {
                half = half << 4 | b - '0';
            } else if (b >= 'a' && b <= 'f') {
                half = half << 4 | b - 'a' + 10;
            } else if (b >= 'A' && b <= 'F') {
                half = half << 4 | b - 'A' + 10;
            } else if (b != '-') {
                throw new IOException("no UUID");
            }
        }
        if (digits != DIGITS) {
            throw new IOException("no UUID");
        }
        return half;
    }
}
