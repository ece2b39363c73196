package gov.mt.opi.aim.reporting.extract;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What a file holds.
 *
 * @param extract which extract
 * @param definition what is in it, in words
 * @param snapshotId the snapshot it is made from; null for the state view
 * @param revision its revision; null for the state view
 * @param countDate the day counted; null for the state view
 * @param district the only district in it; null for the whole state
 * @param columns columns in order; null for the state view, whose lines have the layouts of MT1.3
 * @param fileName what the file is called
 * @param rows lines but the header
 * @param bytes size
 * @param sha256 hash of the bytes, hexadecimal
 * @param asOf when the view had last changed, UTC
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Manifest(
        String extract,
        String definition,
        UUID snapshotId,
        Integer revision,
        LocalDate countDate,
        String district,
        List<String> columns,
        String fileName,
        long rows,
        long bytes,
        String sha256,
        Instant asOf) {}
