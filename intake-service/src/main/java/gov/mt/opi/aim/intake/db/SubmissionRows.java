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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;

/** Submissions as they are read: a page at a time, with all counts of the page in the same query, as of one moment. */
final class SubmissionRows {

    /** The submissions that are wanted stand between these two, so that each is counted once. */
    private static final String SELECT =
            """
            SELECT s.id, s.district_number, s.file_name, s.mode, s.adopt_state_ids, s.sha256, s.size_bytes, s.encoding,
                s.header_timestamp, s.format_version, s.received_at, s.received_by, s.completed_at, s.status, s.failure,
                s.rule_set_version, s.replay_of, f.severities, f.counts,
                c.record_type, c.total, c.accepted, c.unchanged, c.rejected, c.held, c.stale
            FROM (SELECT * FROM submission
            """;

    private static final String WITH_COUNTS =
            """
            ) AS s
            LEFT JOIN LATERAL (SELECT array_agg(severity) AS severities, array_agg(count) AS counts FROM finding_count
                WHERE submission_id = s.id) AS f ON true
            LEFT JOIN line_count AS c ON c.submission_id = s.id
            ORDER BY s.sequence DESC
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
        return jdbi.withHandle(handle ->
                submissions(handle.createQuery(SELECT + " WHERE id = :id" + WITH_COUNTS)
                                .bind("id", id))
                        .stream()
                        .findFirst());
    }

    List<Submission> findAll(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> submissions(handle.createQuery(SELECT + " WHERE id = ANY (:ids)" + WITH_COUNTS)
                .bindArray("ids", UUID.class, List.copyOf(ids))));
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
            List<Submission> items = submissions(handle.createQuery(
                            SELECT + WANTED + " ORDER BY sequence DESC LIMIT :size OFFSET :offset" + WITH_COUNTS)
                    .bind("district", district)
                    .bind("status", statusName)
                    .bind("size", page.size())
                    .bind("offset", page.offset()));
            return new Page<>(items, page.page(), page.size(), total);
        });
    }

    /** There is a row for each submission and type of record. */
    private static List<Submission> submissions(Query query) {
        Map<UUID, Counted> byId = new LinkedHashMap<>();
        query.map((row, context) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Counted counted = byId.get(id);
                    if (counted == null) {
                        counted = new Counted(bare(row), new HashMap<>(), findings(row));
                        byId.put(id, counted);
                    }
                    counted.count(row);
                    return id;
                })
                .list();
        return byId.values().stream().map(Counted::whole).toList();
    }

    private static Map<Severity, Long> findings(ResultSet row) throws SQLException {
        Map<Severity, Long> findings = new EnumMap<>(Severity.class);
        if (row.getArray("severities") != null) {
            String[] severities = (String[]) row.getArray("severities").getArray();
            Long[] counts = (Long[]) row.getArray("counts").getArray();
            for (int i = 0; i < counts.length; i++) {
                findings.merge(Severity.valueOf(severities[i]), counts[i], Long::sum);
            }
        }
        return findings;
    }

    /** A submission without its counts. */
    private static Submission bare(ResultSet row) throws SQLException {
        return new Submission(
                row.getObject("id", UUID.class),
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
                Optional.ofNullable(row.getObject("replay_of", UUID.class)));
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }

    /** A submission while its counts come in. */
    private record Counted(Submission bare, Map<String, LineCounts> lines, Map<Severity, Long> findings) {

        void count(ResultSet row) throws SQLException {
            String type = row.getString("record_type");
            if (type != null) {
                lines.put(
                        type,
                        new LineCounts(
                                row.getInt("total"),
                                row.getInt("accepted"),
                                row.getInt("unchanged"),
                                row.getInt("rejected"),
                                row.getInt("held"),
                                row.getInt("stale")));
            }
        }

        Submission whole() {
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
    }
}
