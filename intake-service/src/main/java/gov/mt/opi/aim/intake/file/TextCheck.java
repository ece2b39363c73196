package gov.mt.opi.aim.intake.file;

/** Watches the bytes of a file: are they strict UTF-8 (RFC 3629), and is there a NUL among them. */
final class TextCheck implements LineReader.Observer {

    private boolean malformed;
    private boolean nul;
    /** Bytes that the character under way still needs, and the range of the next one. */
    private int needed;

    private int lowest;
    private int highest;

    @Override
    public void see(byte[] bytes, int length) {
        for (int i = 0; i < length; i++) {
            if (needed == 0) {
                i = endOfAscii(bytes, i, length);
                if (i == length) {
                    return;
                }
            }
            int b = bytes[i] & 0xFF;
            if (b == 0) {
                nul = true;
            }
            if (needed == 0) {
                if (b >= 0x80) {
                    begin(b);
                }
            } else if (b < lowest || b > highest) {
                malformed = true;
                needed = 0;
            } else {
                needed--;
                lowest = 0x80;
                highest = 0xBF;
            }
        }
    }

    /** Nearly all bytes are ASCII, and there is nothing to see in them but that they are not NUL. */
    private static int endOfAscii(byte[] bytes, int begin, int length) {
        int i = begin;
        while (i < length && bytes[i] > 0) {
            i++;
        }
        return i;
    }

    /** True when everything seen is UTF-8, and no character is cut off at its end. */
    boolean isUtf8() {
        return !malformed && needed == 0;
    }

    boolean hasNul() {
        return nul;
    }

    private void begin(int b) {
        lowest = 0x80;
        highest = 0xBF;
        if (b >= 0xC2 && b <= 0xDF) {
            needed = 1;
        } else if (b >= 0xE0 && b <= 0xEF) {
            needed = 2;
            // Overlong forms and halves of surrogate pairs are no UTF-8.
            lowest = b == 0xE0 ? 0xA0 : 0x80;
            highest = b == 0xED ? 0x9F : 0xBF;
        } else if (b >= 0xF0 && b <= 0xF4) {
            needed = 3;
            lowest = b == 0xF0 ? 0x90 : 0x80;
            highest = b == 0xF4 ? 0x8F : 0xBF;
        } else {
            malformed = true;
        }
    }
}
