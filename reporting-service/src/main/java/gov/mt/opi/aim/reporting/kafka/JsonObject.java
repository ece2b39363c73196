package gov.mt.opi.aim.reporting.kafka;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * One JSON object (RFC 8259), read property by property from its bytes. A general parser keeps count of much that a flat
 * object of codes does not have, and costs three times as much, for every event there is. A test holds that it reads what
 * the general one reads.
 *
 * <p>After {@link #next} names a property, its value is taken by exactly one of the other methods.
 */
final class JsonObject {

    private static final String[] CODES = new String[128];

    static {
        for (char code = 0; code < CODES.length; code++) {
            CODES[code] = String.valueOf(code);
        }
    }

    private static final int UUID_LENGTH = 36;
    private static final int DATE_LENGTH = 10;
    private static final int TIME_LENGTH = 19;
    private static final int NANO_DIGITS = 9;

    private final byte[] json;
    private final PropertyNames names;
    private int at;
    private boolean begun;

    JsonObject(byte[] json, PropertyNames names) throws IOException {
        this.json = json;
        this.names = names;
        space();
        expect('{');
    }

    /**
     * Goes to the next property.
     *
     * @return its name, {@link PropertyNames#OTHER} for one that is not wanted, null after the last
     */
    String next() throws IOException {
        space();
        if (current() == '}') {
            at++;
            space();
            if (at < json.length) {
                throw new IOException("something follows the object");
            }
            return null;
        }
        if (begun) {
            expect(',');
            space();
        }
        begun = true;
        expect('"');
        int from = at;
        int to = endOfString();
        String name = to >= 0 ? names.find(json, from, to) : found(unescaped(from));
        space();
        expect(':');
        space();
        return name;
    }

    /** A name with something escaped in it, which nobody who writes events does. */
    private String found(String name) {
        byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
        return names.find(bytes, 0, bytes.length);
    }

    /** The text of a string, a number or a truth value; null for null. */
    String text() throws IOException {
        byte first = current();
        if (first == '"') {
            at++;
            return string();
        }
        int from = at;
        skipScalar();
        String scalar = ascii(from, at);
        return scalar.equals("null") ? null : scalar;
    }

    /** A whole number. */
    long number() throws IOException {
        if (current() == '"') {
            return Long.parseLong(text());
        }
        boolean negative = current() == '-';
        if (negative) {
            at++;
        }
        int from = at;
        long number = 0;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            number = Math.addExact(Math.multiplyExact(number, 10L), json[at++] - '0');
        }
        if (at == from || json[from] == '0' && at > from + 1 || at < json.length && ".eE".indexOf(json[at]) >= 0) {
            throw new IOException("no whole number");
        }
        return negative ? -number : number;
    }

    /** True when the value is null, which is then taken. */
    boolean isNull() throws IOException {
        if (current() == 'n') {
            skipScalar();
            return true;
        }
        return false;
    }

    /** A number with or without decimals, null for null or an empty string. */
    BigDecimal decimal() throws IOException {
        String text = text();
        return text == null || text.isEmpty() ? null : new BigDecimal(text);
    }

    /** A UUID, null for null or an empty string. */
    UUID uuid() throws IOException {
        int from = at + 1;
        if (isPlainString(UUID_LENGTH)) {
            at = from + UUID_LENGTH + 1;
            return UuidText.read(json, from);
        }
        String text = text();
        if (text != null && !text.isEmpty()) {
            throw new IOException("no UUID");
        }
        return null;
    }

    /** A date, null for null or an empty string. */
    LocalDate date() throws IOException {
        int from = at + 1;
        if (isPlainString(DATE_LENGTH) && json[from + 4] == '-' && json[from + 7] == '-') {
            at = from + DATE_LENGTH + 1;
            return dateAt(from);
        }
        String text = text();
        return text == null || text.isEmpty() ? null : LocalDate.parse(text);
    }

    /** A moment in UTC, null for null or an empty string. */
    Instant instant() throws IOException {
        int before = at;
        if (current() == '"') {
            int from = ++at;
            int last = endOfString() - 1;
            int nanos = last - from >= TIME_LENGTH && json[last] == 'Z' && json[from + 10] == 'T'
                    ? nanos(from + TIME_LENGTH, last)
                    : -1;
            if (nanos >= 0) {
                return instantAt(from, nanos);
            }
        }
        at = before;
        String text = text();
        return text == null || text.isEmpty() ? null : Instant.parse(text);
    }

    private Instant instantAt(int from, int nanos) throws IOException {
        int hour = digits(from + 11, 2);
        int minute = digits(from + 14, 2);
        int second = digits(from + 17, 2);
        if (hour > 23 || minute > 59 || second > 59) {
            throw new IOException("no time");
        }
        long day = dateAt(from).toEpochDay();
        return Instant.ofEpochSecond(((day * 24 + hour) * 60 + minute) * 60 + second, nanos);
    }

    /** The fraction of a second between its point and Z; -1 when it is written otherwise. */
    private int nanos(int from, int end) throws IOException {
        int digits = end - from - 1;
        if (digits < 0) {
            return 0;
        }
        if (json[from] != '.' || digits > NANO_DIGITS) {
            return -1;
        }
        int nanos = digits(from + 1, digits);
        for (int i = digits; i < NANO_DIGITS; i++) {
            nanos *= 10;
        }
        return nanos;
    }

    /** Passes over the value, whatever it is. */
    void skip() throws IOException {
        int open = 0;
        do {
            space();
            switch (current()) {
                case '{', '[' -> {
                    at++;
                    open++;
                }
                case '}', ']' -> {
                    at++;
                    open--;
                }
                case ',', ':' -> at++;
                case '"' -> {
                    int from = ++at;
                    if (endOfString() < 0) {
                        unescaped(from);
                    }
                }
                default -> skipScalar();
            }
        } while (open > 0);
    }

    private LocalDate dateAt(int from) throws IOException {
        return LocalDate.of(digits(from, 4), digits(from + 5, 2), digits(from + 8, 2));
    }

    private int digits(int from, int count) throws IOException {
        int number = 0;
        for (int i = from; i < from + count; i++) {
            if (json[i] < '0' || json[i] > '9') {
                throw new IOException("no digit");
            }
            number = number * 10 + json[i] - '0';
        }
        return number;
    }

    /** Whether the value is a string of so many bytes with nothing escaped in it. */
    private boolean isPlainString(int length) {
        int end = at + 1 + length;
        if (end >= json.length || json[at] != '"' || json[end] != '"') {
            return false;
        }
        for (int i = at + 1; i < end; i++) {
            if (json[i] < ' ' || json[i] == '"' || json[i] == '\\') {
                return false;
            }
        }
        return true;
    }

    private String string() throws IOException {
        int from = at;
        int to = endOfString();
        if (to < 0) {
            return unescaped(from);
        }
        if (to - from == 1 && json[from] >= 0) {
            // Most values are codes of one character, and there are few of them.
            return CODES[json[from]];
        }
        return isAscii(from, to) ? ascii(from, to) : utf8(from, to);
    }

    /** The end of the string that began here, whose closing quote is then taken; -1 when something is escaped in it. */
    private int endOfString() throws IOException {
        for (int i = at; i < json.length; i++) {
            byte b = json[i];
            if (b == '"') {
                at = i + 1;
                return i;
            }
            if (b == '\\') {
                return -1;
            }
            if (b >= 0 && b < ' ') {
                throw new IOException("a control character in a string");
            }
        }
        throw new IOException("the string does not end");
    }

    /** A string from here in which something is escaped. */
    private String unescaped(int from) throws IOException {
        StringBuilder text = new StringBuilder();
        at = from;
        int copied = from;
        while (true) {
            byte b = current();
            if (b == '"' || b == '\\') {
                text.append(utf8(copied, at));
                at++;
                if (b == '"') {
                    return text.toString();
                }
                text.append(escaped());
                copied = at;
            } else if (b >= 0 && b < ' ') {
                throw new IOException("a control character in a string");
            } else {
                at++;
            }
        }
    }

    private char escaped() throws IOException {
        byte code = current();
        at++;
        return switch (code) {
            case '"', '\\', '/' -> (char) code;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> {
                int character = 0;
                for (int i = 0; i < 4; i++) {
                    int digit = Character.digit(current(), 16);
                    if (digit < 0) {
                        throw new IOException("no character");
                    }
                    character = character * 16 + digit;
                    at++;
                }
                yield (char) character;
            }
            default -> throw new IOException("no escape");
        };
    }

    private boolean isAscii(int from, int to) {
        for (int i = from; i < to; i++) {
            if (json[i] < 0) {
                return false;
            }
        }
        return true;
    }

    private String ascii(int from, int to) {
        return new String(json, from, to - from, StandardCharsets.ISO_8859_1);
    }

    private String utf8(int from, int to) throws IOException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(json, from, to - from))
                .toString();
    }

    /** Passes over a number, true, false or null. */
    private void skipScalar() throws IOException {
        switch (current()) {
            case 't' -> word("true");
            case 'f' -> word("false");
            case 'n' -> word("null");
            default -> skipNumber();
        }
        if (at < json.length && isOfScalar(json[at])) {
            throw new IOException("no value");
        }
    }

    private void word(String word) throws IOException {
        for (int i = 0; i < word.length(); i++) {
            expect(word.charAt(i));
        }
    }

    private void skipNumber() throws IOException {
        if (current() == '-') {
            at++;
        }
        if (current() == '0') {
            at++;
        } else {
            someDigits();
        }
        if (at < json.length && json[at] == '.') {
            at++;
            someDigits();
        }
        if (at < json.length && (json[at] == 'e' || json[at] == 'E')) {
            at++;
            if (current() == '+' || current() == '-') {
                at++;
            }
            someDigits();
        }
    }

    private void someDigits() throws IOException {
        int from = at;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        if (at == from) {
            throw new IOException("no number");
        }
    }

    private static boolean isOfScalar(byte b) {
        return b >= '0' && b <= '9' || b >= 'a' && b <= 'z' || b == '-' || b == '+' || b == '.' || b == 'E';
    }

    private void space() {
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
    }

    private byte current() throws IOException {
        if (at >= json.length) {
            throw new IOException("the object does not end");
        }
        return json[at];
    }

    private void expect(char wanted) throws IOException {
        if (current() != wanted) {
            throw new IOException("no " + wanted);
        }
        at++;
    }
}
