package gov.mt.opi.aim.faults.scene;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A file of a trial.
 *
 * @param district the district that sends it
 * @param name file name
 * @param headerTimestamp date and time of its header, ISO 8601 without zone
 * @param wrong how many lines were made wrong
 * @param rejected how many lines must be rejected, those that depend on wrong ones too, when no older wave comes after a newer
 * @param held how many lines must wait in the end
 * @param lines all lines, the header first; line numbers are indexes plus one
 */
public record SentFile(
        String district, String name, String headerTimestamp, int wrong, int rejected, int held, List<String> lines) {

    /** How many data lines it has. */
    public int records() {
        return lines.size() - 1;
    }

    /** Its size in bytes. */
    public long size() {
        return bytes().length;
    }

    byte[] bytes() {
        return (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
