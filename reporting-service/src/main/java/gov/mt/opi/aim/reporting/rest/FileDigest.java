package gov.mt.opi.aim.reporting.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

/** What a manifest says of a file's bytes, without keeping them. */
final class FileDigest implements Consumer<String> {

    private final MessageDigest digest;
    private long lines;
    private long bytes;

    FileDigest() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void accept(String line) {
        byte[] encoded = (line + "\n").getBytes(StandardCharsets.UTF_8);
        digest.update(encoded);
        bytes += encoded.length;
        lines++;
    }

    /** Lines but the header. */
    long rows() {
        return lines - 1;
    }

    long bytes() {
        return bytes;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
