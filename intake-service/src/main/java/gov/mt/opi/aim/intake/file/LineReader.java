package gov.mt.opi.aim.intake.file;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;

/**
 * Splits a file into lines at CRLF, LF and bare CR (AMB-13). However long a line is, only as much of it is held as a record
 * may have, so that memory stays bounded. A UTF-8 byte order mark at the beginning is left out.
 */
public final class LineReader implements AutoCloseable {

    /** Characters of a line that are kept: one more than a record may have, which tells that it is too long. */
    private static final int TEXT_LENGTH_MAX = RecordSubmitted.RECORD_LENGTH_MAX + 1;
    /** No character of UTF-8 or windows-1252 takes more than three bytes for each Java character. */
    private static final int KEPT_BYTES_MAX = 3 * (TEXT_LENGTH_MAX + 1);

    private static final int BUFFER_BYTES = 64 * 1024;
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final InputStream in;
    private final Observer observer;
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int at;
    private int limit;
    private boolean begun;
    private boolean byteOrderMark;

    private final byte[] kept = new byte[KEPT_BYTES_MAX];
    private int keptLength;
    private boolean onlyBlanks;
    private long bufferFrom;
    private long from;
    private long length;
    private int number;
    private LineEnd end = LineEnd.NONE;

    /** Sees every byte of the file once, whatever is kept of its line. */
    @FunctionalInterface
    interface Observer {
        void see(byte[] bytes, int length);
    }

    /** A reader that closes the stream. */
    public LineReader(InputStream in) {
        this(in, (bytes, length) -> {});
    }

    LineReader(InputStream in, Observer observer) {
        this.in = in;
        this.observer = observer;
    }

    /** Goes to the next line; false when there is none. */
    public boolean next() throws IOException {
        keptLength = 0;
        length = 0;
        onlyBlanks = true;
        boolean any = false;
        while (true) {
            if (at == limit && !fill()) {
                end = LineEnd.NONE;
                from = bufferFrom + at - length;
                number += any ? 1 : 0;
                return any;
            }
            int begin = at;
            at = endOfText(begin);
            if (at > begin) {
                any = true;
                keep(begin);
            }
            if (at < limit) {
                from = bufferFrom + at - length;
                end = endOfLine(buffer[at++]);
                number++;
                return true;
            }
        }
    }

    /** Number of the line, from 1. */
    public int number() {
        return number;
    }

    /** True for a line that is empty or holds only blanks. A line of tabs is not blank: it is a record without values. */
    public boolean isBlank() {
        return onlyBlanks;
    }

    /** Where the line begins in the file, in bytes. */
    public long from() {
        return from;
    }

    /** Length of the whole line without its end, in bytes. */
    public long length() {
        return length;
    }

    /** True when the line is longer than what is kept of it. */
    public boolean isCut() {
        return length > keptLength || keptLength > TEXT_LENGTH_MAX;
    }

    public LineEnd end() {
        return end;
    }

    /** True when the file begins with a UTF-8 byte order mark. */
    public boolean hasByteOrderMark() {
        return byteOrderMark;
    }

    /** The text of the line without its end, cut behind {@value RecordSubmitted#RECORD_LENGTH_MAX} characters plus one. */
    public String text(Charset charset) {
        String text = new String(kept, 0, keptLength, charset);
        if (text.length() <= TEXT_LENGTH_MAX) {
            return text;
        }
        // Half of a surrogate pair cannot be written as JSON.
        boolean splitsPair = Character.isHighSurrogate(text.charAt(TEXT_LENGTH_MAX - 1));
        return splitsPair ? text.substring(0, TEXT_LENGTH_MAX - 1) + '\uFFFD' : text.substring(0, TEXT_LENGTH_MAX);
    }

    /** A copy of what is kept of the line. */
    byte[] bytes() {
        return java.util.Arrays.copyOf(kept, keptLength);
    }

    /** Field of the line (from 0) as ISO 8859-1, which leaves ASCII as it is; empty when the line has no such field. */
    String asciiField(int wanted) {
        int from = 0;
        for (int field = 0; ; field++) {
            int to = from;
            while (to < keptLength && kept[to] != '\t') {
                to++;
            }
            if (field == wanted) {
                return new String(kept, from, to - from, java.nio.charset.StandardCharsets.ISO_8859_1);
            }
            if (to == keptLength) {
                return "";
            }
            from = to + 1;
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Where the text goes on to from here, at most to the end of the buffer. Every byte comes by: nothing but locals. */
    private int endOfText(int begin) {
        byte[] bytes = buffer;
        int to = limit;
        int i = begin;
        while (i < to && bytes[i] != '\n' && bytes[i] != '\r') {
            i++;
        }
        return i;
    }

    private LineEnd endOfLine(byte first) throws IOException {
        if (first == '\n') {
            return LineEnd.LF;
        }
        if ((at < limit || fill()) && buffer[at] == '\n') {
            at++;
            return LineEnd.CRLF;
        }
        return LineEnd.CR;
    }

    private void keep(int begin) {
        for (int i = begin; onlyBlanks && i < at; i++) {
            onlyBlanks = buffer[i] == ' ';
        }
        int more = Math.min(at - begin, kept.length - keptLength);
        System.arraycopy(buffer, begin, kept, keptLength, more);
        keptLength += more;
        length += at - begin;
    }

    private boolean fill() throws IOException {
        bufferFrom += limit;
        at = 0;
        limit = in.readNBytes(buffer, 0, buffer.length);
        observer.see(buffer, limit);
        if (!begun) {
            begun = true;
            byteOrderMark = limit >= BYTE_ORDER_MARK.length
                    && java.util.Arrays.equals(
                            buffer, 0, BYTE_ORDER_MARK.length, BYTE_ORDER_MARK, 0, BYTE_ORDER_MARK.length);
            at = byteOrderMark ? BYTE_ORDER_MARK.length : 0;
        }
        // A file that is only a byte order mark has nothing left to read.
        return at < limit;
    }
}
