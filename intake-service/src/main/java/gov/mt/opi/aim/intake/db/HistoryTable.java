package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.intake.history.Happening;
import gov.mt.opi.aim.intake.history.HistoryEntry;
import gov.mt.opi.aim.intake.history.SubmissionHistory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** What happened to submissions. Entries are appended in the transaction that makes them true. */
@ApplicationScoped
class HistoryTable implements SubmissionHistory {

    /** Who it was when no caller did it. */
    static final String OURSELVES = "AIM";

    private static final Set<Happening> BRING_ANOTHER = EnumSet.of(Happening.AGAIN, Happening.REPLAYED);
    private static final String APPEND =
            """
            INSERT INTO history (submission_id, at, who, what, reference, detail)
            VALUES (:id, :at, :who, :what, :reference, :detail) ON CONFLICT (submission_id, what, reference) DO NOTHING
            """;

    private final Jdbi jdbi;

    @Inject
    HistoryTable(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Appends an entry within a transaction; once for the same reference.
     *
     * @param reference what makes the entry one of its kind: the submission, or the other one that came of it
     */
    static void append(
            Handle transaction, UUID id, Instant at, String who, Happening what, UUID reference, String detail) {
        transaction
                .createUpdate(APPEND)
                .bind("id", id)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .bind("who", who)
                .bind("what", what.name())
                .bind("reference", reference)
                .bind("detail", StoredText.of(detail))
                .execute();
    }

    @Override
    public Page<HistoryEntry> page(UUID submissionId, PageRequest page) {
        return jdbi.inTransaction(handle -> {
            long total = handle.createQuery("SELECT count(*) FROM history WHERE submission_id = :id")
                    .bind("id", submissionId)
                    .mapTo(Long.class)
                    .one();
            List<HistoryEntry> items = handle.createQuery(
                            """
                            SELECT h.at, h.who, h.what, h.reference, h.detail, s.sha256
                            FROM history AS h JOIN submission AS s ON s.id = h.submission_id
                            WHERE h.submission_id = :id ORDER BY h.id LIMIT :size OFFSET :offset
                            """)
                    .bind("id", submissionId)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> entry(row))
                    .list();
            return new Page<>(items, page.page(), page.size(), total);
        });
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        Happening what = Happening.valueOf(row.getString("what"));
        return new HistoryEntry(
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                what,
                row.getString("sha256"),
                row.getString("detail"),
                BRING_ANOTHER.contains(what) ? Optional.of(row.getObject("reference", UUID.class)) : Optional.empty());
    }
}
