package gov.mt.opi.aim.intake.file;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Kinds of files that people take for text, told by their first bytes (rule FILE-011). */
enum FileKind {
    ZIP("a zip archive or an Excel workbook (.xlsx)", 'P', 'K', 3, 4),
    EMPTY_ZIP("a zip archive", 'P', 'K', 5, 6),
    GZIP("a gzip archive", 0x1F, 0x8B),
    OLD_OFFICE("an old Excel workbook (.xls)", 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1),
    PDF("a PDF document", '%', 'P', 'D', 'F', '-'),
    UTF_16_LITTLE("UTF-16 text", 0xFF, 0xFE),
    UTF_16_BIG("UTF-16 text", 0xFE, 0xFF);

    /** Bytes of a file that are enough to tell. */
    static final int HEAD_BYTES = 8;

    private final String words;
    private final byte[] magic;

    FileKind(String words, int... magic) {
        this.words = words;
        this.magic = new byte[magic.length];
        for (int i = 0; i < magic.length; i++) {
            this.magic[i] = (byte) magic[i];
        }
    }

    /** What the file is instead of plain text, in words. */
    static Optional<String> of(byte[] head) {
        return List.of(values()).stream()
                .filter(kind -> head.length >= kind.magic.length
                        && Arrays.equals(head, 0, kind.magic.length, kind.magic, 0, kind.magic.length))
                .map(kind -> kind.words)
                .findFirst();
    }
}
