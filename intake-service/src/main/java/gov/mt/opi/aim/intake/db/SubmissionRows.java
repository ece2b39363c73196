package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.intake.LineCounts;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.SubmissionStatus;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Submissions as they are read: a page at a time, with all counts of the page in one query each. */
final class SubmissionRows {

    private static final String COLUMNS =
            """
            SELECT id, district_number, file_name, mode, adopt_state_ids, sha256, size_bytes, encoding, header_timestamp,
                format_version, received_at, received_by, completed_at, status, failure, rule_set_version, replay_of
            FROM submission
            """;
    private static final String WANTED =
            """
             WHERE (CAST(:district AS text) IS NULL OR district_number = :district)
                AND (CAST(:status AS text) IS NULL OR status = :status)
            """;

    private final Jdbi jdbi;

    SubmissionRows(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    Optional<Submission> find(UUID id) {
        return jdbi.inTransaction(handle -> handle.createQuery(COLUMNS + " WHERE id = :id")
                .bind("id", id)
                .map((row, context) -> Row.of(row))
                .findOne()
                .map(row -> complete(handle, List.of(row)).get(0)));
    }

    List<Submission> findAll(Collection<UUID> ids) {
        return jdbi.inTransaction(handle -> complete(
                handle,
                handle.createQuery(COLUMNS + " WHERE id = ANY (:ids)")
                        .bindArray("ids", UUID.class, List.copyOf(ids))
                        .map((row, context) -> Row.of(row))
                        .list()));
    }

    Set<UUID> known(Collection<UUID> ids) {
        return Set.copyOf(
                jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM submission WHERE id = ANY (:ids)")
                        .bindArray("ids", UUID.class, List.copyOf(ids))
                        .mapTo(UUID.class)
                        .list()));
    }

    Page<Submission> page(Optional<String> district, Optional<SubmissionStatus> status, PageRequest page) {
        Optional<String> statusName = status.map(Enum::name);
        return jdbi.inTransaction(handle -> {
            long total = handle.createQuery("SELECT count(*) FROM submission" + WANTED)
                    .bind("district", district)
                    .bind("status", statusName)
                    .mapTo(Long.class)
                    .one();
            List<Row> rows = handle.createQuery(COLUMNS + WANTED + " ORDER BY sequence DESC LIMIT :size OFFSET :offset")
                    .bind("district", district)
                    .bind("status", statusName)
                    .bind("size", page.size())
                    .bind("offset", page.offset())
                    .map((row, context) -> Row.of(row))
                    .list();
            return new Page<>(complete(handle, rows), page.page(), page.size(), total);
        });
    }

    private static List<Submission> complete(Handle handle, List<Row> rows) {
        UUID[] ids = rows.stream().map(Row::id).toArray(UUID[]::new);
        Map<UUID, Map<String, LineCounts>> lines = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT submission_id, record_type, total, accepted, unchanged, rejected, held, stale
                        FROM line_count WHERE submission_id = ANY (:ids)
                        """)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .map((row, context) -> lines.computeIfAbsent(row.getObject(1, UUID.class), id -> new HashMap<>())
                        .put(
                                row.getString(2),
                                new LineCounts(
                                        row.getInt(3),
                                        row.getInt(4),
                                        row.getInt(5),
                                        row.getInt(6),
                                        row.getInt(7),
                                        row.getInt(8))))
                .list();
        Map<UUID, Map<Severity, Long>> findings = new HashMap<>();
        handle.createQuery(
                        """
                        SELECT submission_id, severity, sum(count) FROM finding_count
                        WHERE submission_id = ANY (:ids) GROUP BY 1, 2
                        """)
                .bindArray("ids", UUID.class, (Object[]) ids)
                .map((row, context) -> findings.computeIfAbsent(
                                row.getObject(1, UUID.class), id -> new EnumMap<>(Severity.class))
                        .put(Severity.valueOf(row.getString(2)), row.getLong(3)))
                .list();
        return rows.stream()
                .map(row -> row.with(lines.getOrDefault(row.id(), Map.of()), findings.getOrDefault(row.id(), Map.of())))
                .toList();
    }

    /** A submission without its counts. */
    private record Row(UUID id, Submission bare) {

        static Row of(ResultSet row) throws SQLException {
            UUID id = row.getObject("id", UUID.class);
            return new Row(
                    id,
                    new Submission(
                            id,
                            Optional.ofNullable(row.getString("district_number")),
                            row.getString("file_name"),
                            Mode.valueOf(row.getString("mode")),
                            row.getBoolean("adopt_state_ids"),
                            row.getString("sha256"),
                            row.getLong("size_bytes"),
                            Charset.forName(row.getString("encoding")),
                            Optional.ofNullable(row.getObject("header_timestamp", LocalDateTime.class)),
                            Optional.ofNullable(row.getString("format_version")),
                            instant(row, "received_at").orElseThrow(),
                            row.getString("received_by"),
                            instant(row, "completed_at"),
                            SubmissionStatus.valueOf(row.getString("status")),
                            Optional.ofNullable(row.getString("failure")),
                            Map.of(),
                            Map.of(),
                            row.getString("rule_set_version"),
                            Optional.ofNullable(row.getObject("replay_of", UUID.class))));
        }

        Submission with(Map<String, LineCounts> lines, Map<Severity, Long> findings) {
            return new Submission(
                    bare.id(),
                    bare.districtNumber(),
                    bare.fileName(),
                    bare.mode(),
                    bare.adoptStateIds(),
                    bare.sha256(),
                    bare.sizeBytes(),
                    bare.encoding(),
                    bare.headerTimestamp(),
                    bare.formatVersion(),
                    bare.receivedAt(),
                    bare.receivedBy(),
                    bare.completedAt(),
                    bare.status(),
                    bare.failure(),
                    lines,
                    findings,
                    bare.ruleSetVersion(),
                    bare.replayOf());
        }

        private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
            return Optional.ofNullable(row.getObject(column, OffsetDateTime.class))
                    .map(OffsetDateTime::toInstant);
        }
    }
}
