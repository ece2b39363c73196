package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.intake.outcome.LineOutcomes;
import gov.mt.opi.aim.intake.outcome.StateIdSegment;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** Students of SD lines in one transaction on their way to their segments, which are read, completed and written. */
final class StateIdRows {

    private static final String READ =
            """
            SELECT s.submission_id, s.segment, s.state_ids FROM state_id_segment AS s
            JOIN %s AS wanted (submission_id, segment)
                ON s.submission_id = wanted.submission_id AND s.segment = wanted.segment
            """;
    private static final String WRITE =
            """
            INSERT INTO state_id_segment (submission_id, segment, lines, state_ids) SELECT * FROM %s
            ON CONFLICT (submission_id, segment) DO UPDATE SET lines = EXCLUDED.lines, state_ids = EXCLUDED.state_ids
            """;
    private static final byte[] NOTHING = {};

    private final Map<UUID, Map<Integer, byte[]>> stored = new TreeMap<>();
    private final Map<UUID, Collection<RecordOutcome>> outcomes = new TreeMap<>();

    /** Outcomes of a submission that count now; those of other records than SD are passed over. */
    void add(UUID submissionId, Collection<RecordOutcome> changed) {
        for (RecordOutcome outcome : changed) {
            if (outcome.recordType() == RecordType.SD) {
                stored.computeIfAbsent(submissionId, id -> new TreeMap<>())
                        .put(LineOutcomes.segmentOf(outcome.line()), NOTHING);
            }
        }
        if (stored.containsKey(submissionId)) {
            outcomes.put(submissionId, changed);
        }
    }

    void write(Connection transaction) throws SQLException {
        if (stored.isEmpty()) {
            return;
        }
        read(transaction);
        ArrayColumns rows = new ArrayColumns("uuid", "int4", "int4", "bytea");
        outcomes.forEach((id, changed) -> {
            Map<Integer, StateIdSegment> segments = new TreeMap<>();
            stored.get(id).forEach((number, bytes) -> segments.put(number, StateIdSegment.of(bytes)));
            for (RecordOutcome outcome : changed) {
                if (outcome.recordType() == RecordType.SD) {
                    segments.get(LineOutcomes.segmentOf(outcome.line())).put(outcome);
                }
            }
            segments.forEach((number, segment) -> rows.add(id, number, segment.lines(), segment.stored()));
        });
        rows.execute(transaction, WRITE);
    }

    private void read(Connection transaction) throws SQLException {
        ArrayColumns wanted = new ArrayColumns("uuid", "int4");
        stored.forEach((id, segments) -> segments.keySet().forEach(number -> wanted.add(id, number)));
        try (PreparedStatement select = wanted.prepare(transaction, READ)) {
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    stored.get(row.getObject(1, UUID.class)).put(row.getInt(2), row.getBytes(3));
                }
            }
        }
    }
}
