package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.intake.history.Happening;
import gov.mt.opi.aim.intake.publishing.Claim;
import gov.mt.opi.aim.intake.publishing.PublishingConfig;
import gov.mt.opi.aim.intake.publishing.PublishingQueue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The publishing queue: leases on rows of the table of submissions, each taken and renewed by one short statement. */
@ApplicationScoped
class PublishingTable implements PublishingQueue {

    /**
     * The oldest that waits, of its district and of all: both are the first entry of an index. A lease of this instance is
     * taken up at once: its holder was this instance before it was restarted.
     */
    private static final String CLAIM =
            """
            UPDATE submission SET lease_owner = :owner, lease_until = now() + make_interval(secs => :lease),
                status = CASE WHEN status IN ('RECEIVED', 'FAILED') THEN 'PROCESSING' ELSE status END, failure = NULL
            WHERE id = (
                SELECT id FROM submission AS oldest
                WHERE published_at IS NULL AND status <> 'REFUSED'
                    AND (lease_until IS NULL OR lease_until < now() OR lease_owner = :owner)
                    AND (retry_at IS NULL OR retry_at < now())
                    AND sequence = (SELECT min(sequence) FROM submission AS waiting
                        WHERE waiting.district_number = oldest.district_number AND waiting.published_at IS NULL
                            AND waiting.status <> 'REFUSED')
                ORDER BY sequence LIMIT 1 FOR UPDATE SKIP LOCKED)
            RETURNING id, district_number, sequence, lines, header_timestamp, mode, adopt_state_ids, encoding,
                published_ordinal
            """;

    private static final String PROGRESS =
            """
            UPDATE submission SET published_ordinal = :ordinal, lease_until = now() + make_interval(secs => :lease),
                published_at = CASE WHEN :ordinal = lines THEN now() END
            WHERE id = :id AND lease_owner = :owner
            """;
    private static final String FAILED =
            """
            UPDATE submission SET status = 'FAILED', failure = :why, retry_at = now() + make_interval(secs => :retry)
            WHERE id = :id AND lease_owner = :owner AND status <> 'COMPLETED'
            """;
    private static final String RELEASE =
            "UPDATE submission SET lease_until = now() WHERE id = :id AND lease_owner = :owner";

    private final Jdbi jdbi;
    private final Perseverance perseverance;
    private final String instance;
    private final double leaseSeconds;
    private final double retrySeconds;

    @Inject
    PublishingTable(
            Jdbi jdbi,
            Perseverance perseverance,
            PublishingConfig config,
            @ConfigProperty(name = "aim.instance") String instance) {
        this.jdbi = jdbi;
        this.perseverance = perseverance;
        this.instance = instance;
        this.leaseSeconds = config.lease().toMillis() / 1000.0;
        this.retrySeconds = config.retryAfter().toMillis() / 1000.0;
    }

    @Override
    public Optional<Claim> claim() {
        return perseverance.until(
                "claiming a file",
                () -> jdbi.inTransaction(handle -> handle.createQuery(CLAIM)
                        .bind("owner", instance)
                        .bind("lease", leaseSeconds)
                        .map((row, context) -> claim(row))
                        .findOne()));
    }

    @Override
    public boolean progress(Claim claim, int publishedOrdinal) {
        return perseverance.until(
                        "noting progress",
                        () -> jdbi.inTransaction(handle -> {
                            int noted = handle.createUpdate(PROGRESS)
                                    .bind("ordinal", publishedOrdinal)
                                    .bind("lease", leaseSeconds)
                                    .bind("id", claim.submissionId())
                                    .bind("owner", instance)
                                    .execute();
                            if (noted == 1 && publishedOrdinal == claim.lines()) {
                                remember(handle, claim, Happening.PUBLISHED, claim.submissionId(), "");
                            }
                            return noted;
                        }))
                == 1;
    }

    @Override
    public void failed(Claim claim, String why) {
        perseverance.until(
                "noting a failure",
                () -> jdbi.inTransaction(handle -> {
                    int noted = handle.createUpdate(FAILED)
                            .bind("why", why)
                            .bind("retry", retrySeconds)
                            .bind("id", claim.submissionId())
                            .bind("owner", instance)
                            .execute();
                    if (noted == 1 && !isLastWord(handle, claim, why)) {
                        remember(handle, claim, Happening.FAILED, UUID.randomUUID(), why);
                    }
                    return noted;
                }));
    }

    @Override
    public void release(Claim claim) {
        perseverance.until(
                "giving a file back",
                () -> jdbi.withHandle(handle -> handle.createUpdate(RELEASE)
                        .bind("id", claim.submissionId())
                        .bind("owner", instance)
                        .execute()));
    }

    /** The same failure, tried again every few seconds, is told once. */
    private static boolean isLastWord(Handle handle, Claim claim, String why) {
        return handle.createQuery("SELECT what = 'FAILED' AND detail = :why FROM history WHERE submission_id = :id"
                        + " ORDER BY id DESC LIMIT 1")
                .bind("why", why)
                .bind("id", claim.submissionId())
                .mapTo(Boolean.class)
                .findOne()
                .orElse(false);
    }

    private static void remember(Handle handle, Claim claim, Happening what, UUID reference, String detail) {
        HistoryTable.append(
                handle, claim.submissionId(), Instant.now(), HistoryTable.OURSELVES, what, reference, detail);
    }

    private static Claim claim(ResultSet row) throws SQLException {
        return new Claim(
                row.getObject("id", UUID.class),
                row.getString("district_number"),
                row.getLong("sequence"),
                row.getInt("lines"),
                row.getObject("header_timestamp", LocalDateTime.class),
                Mode.valueOf(row.getString("mode")),
                row.getBoolean("adopt_state_ids"),
                Charset.forName(row.getString("encoding")),
                row.getInt("published_ordinal"));
    }
}
