package gov.mt.opi.aim.reporting.db;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash of rows in the order in which they come, each with a line feed behind it. */
final class RowHash {

    private final MessageDigest digest;
    private long rows;

    RowHash() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    void add(String row) {
        digest.update(row.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) '\n');
        rows++;
    }

    long rows() {
        return rows;
    }

    String sha256() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
