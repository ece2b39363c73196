package gov.mt.opi.aim.reporting.certification;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;

/**
 * A district's word that a collection is complete.
 *
 * @param id the certification
 * @param collection the collection
 * @param district the district
 * @param snapshotId the snapshot revision that holds what was certified: the district's members
 * @param signedBy who signs, as that person writes the name
 * @param account the account that was signed in
 * @param signedAt when, UTC
 * @param warnings rules that were not held but do not block, by id, separated by commas
 * @param withdrawnBy who took it back; null while it is in force
 * @param withdrawnAt when, UTC
 * @param withdrawnReason why
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record Certification(
        UUID id,
        String collection,
        String district,
        UUID snapshotId,
        String signedBy,
        String account,
        Instant signedAt,
        String warnings,
        String withdrawnBy,
        Instant withdrawnAt,
        String withdrawnReason) {

    /** Longest name and reason, in characters. */
    public static final int TEXT_LENGTH_MAX = 200;

    public boolean isInForce() {
        return withdrawnAt == null;
    }
}
