package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.SubmissionChanged;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Completes submissions whose lines all have an outcome, within the transaction that brought the last one. */
final class Completion {

    private static final String COMPLETE =
            """
            WITH done AS (
            UPDATE submission AS s SET status = 'COMPLETED', completed_at = now(), failure = NULL
            FROM (SELECT submission_id, sum(accepted) AS accepted, sum(unchanged) AS unchanged, sum(rejected) AS rejected,
                    sum(held) AS held, sum(stale) AS stale
                FROM line_count WHERE submission_id = ANY (?) GROUP BY submission_id) AS c
            WHERE s.id = c.submission_id AND s.status <> 'COMPLETED'
                AND s.lines = c.accepted + c.unchanged + c.rejected + c.held + c.stale
            RETURNING s.id, s.district_number, s.mode, s.file_name, s.sha256, s.lines, s.completed_at,
                c.accepted, c.unchanged, c.rejected, c.held, c.stale),
            remembered AS (
            INSERT INTO history (submission_id, at, who, what, reference, detail)
            SELECT id, completed_at, 'AIM', 'COMPLETED', id, '' FROM done ON CONFLICT DO NOTHING)
            SELECT * FROM done
            """;

    private final Connection transaction;
    private final Outbox outbox;

    Completion(Connection transaction, Outbox outbox) {
        this.transaction = transaction;
        this.outbox = outbox;
    }

    /** Completes those that are; returns how many. */
    int complete(List<UUID> submissions) throws SQLException {
        if (submissions.isEmpty()) {
            return 0;
        }
        List<OutgoingEvent> events = new ArrayList<>();
        try (PreparedStatement update = transaction.prepareStatement(COMPLETE)) {
            ArrayColumns.of(submissions).bind(update);
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    events.add(SubmissionEvents.of(change(row)));
                }
            }
        }
        outbox.write(transaction, events);
        return events.size();
    }

    private static SubmissionChanged change(ResultSet row) throws SQLException {
        Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
        for (Outcome outcome : Outcome.values()) {
            outcomes.put(outcome, row.getInt(outcome.name().toLowerCase(java.util.Locale.ROOT)));
        }
        return new SubmissionChanged(
                1,
                row.getObject("id", UUID.class),
                row.getString("district_number"),
                Mode.valueOf(row.getString("mode")),
                "COMPLETED",
                row.getString("file_name"),
                row.getString("sha256"),
                row.getInt("lines"),
                outcomes,
                row.getObject("completed_at", OffsetDateTime.class).toInstant());
    }
}
