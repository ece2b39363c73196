package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import com.fasterxml.jackson.databind.ObjectReader;
import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.identity.Cases;
import gov.mt.opi.aim.statestore.identity.IdentityCase;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Verdict;
import gov.mt.opi.aim.statestore.identity.Pair;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.StudentChanges;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The steward's questions in their table. */
final class CaseTable implements Cases {

    private static final ObjectReader RECORD = EventJson.reader(RecordAccepted.class);

    /** Of two dates d, as texts: two of year, month and day are equal, or month and day changed places. */
    private static final String NEAR_DATES =
            "(left(d.child, 7) = left(d.known, 7) OR right(d.child, 5) = right(d.known, 5)"
                    + " OR left(d.child, 4) = left(d.known, 4) AND (right(d.child, 2) = right(d.known, 2)"
                    + " OR right(d.child, 2) || substr(d.child, 6, 2) = substr(d.known, 6, 2) || right(d.known, 2)))";

    private final Connection connection;
    private final Instant now;

    CaseTable(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Asks about lines that are held; a line that is held again is asked about already. */
    void ask(List<StudentChanges.Question> questions) throws SQLException {
        ArrayColumns rows =
                new ArrayColumns("uuid", "integer", "text", "text", "text", "jsonb", "integer", "timestamptz");
        for (StudentChanges.Question question : questions) {
            RecordAccepted record = question.record();
            rows.add(
                    record.submissionId(),
                    record.line(),
                    record.districtNumber(),
                    question.localId().map(LocalId::normal).orElse(null),
                    question.ruleId(),
                    new String(EventJson.write(record), StandardCharsets.UTF_8),
                    question.score(),
                    now);
        }
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO identity_case (kind, submission_id,"
                + " line, district_number, normal_local_id, rule_id, record, score, opened_at) SELECT 'RECORD', r.* FROM "
                + rows.unnest() + " AS r ON CONFLICT (submission_id, line) DO NOTHING")) {
            rows.bind(insert);
            insert.executeUpdate();
        }
    }

    @Override
    public Optional<IdentityCase> find(UUID id) {
        return query("WHERE case_id = ?", id).stream().findFirst();
    }

    @Override
    public List<IdentityCase> list(Optional<Boolean> open, long offset, int limit) {
        boolean queue = open.orElse(false);
        return query(
                where(open)
                        + (queue ? " ORDER BY score DESC, case_id" : " ORDER BY decided_at DESC NULLS FIRST, case_id")
                        + " LIMIT ? OFFSET ?",
                limit,
                offset);
    }

    @Override
    public long count(Optional<Boolean> open) {
        return rethrown(() -> Query.list(
                        connection,
                        "SELECT count(*) FROM identity_case " + where(open),
                        List.of(),
                        row -> row.getLong(1))
                .get(0));
    }

    private static String where(Optional<Boolean> open) {
        return open.map(isOpen -> "WHERE decided_at IS " + (isOpen ? "" : "NOT ") + "NULL")
                .orElse("");
    }

    @Override
    public List<IdentityCase> openAbout(LocalId localId) {
        return query(
                "WHERE kind = 'RECORD' AND decided_at IS NULL AND district_number = ? AND normal_local_id = ?",
                localId.districtNumber(),
                localId.normal());
    }

    @Override
    public List<IdentityCase> openOfFile(UUID submissionId) {
        return query("WHERE submission_id = ? AND decided_at IS NULL ORDER BY line", submissionId);
    }

    @Override
    public List<IdentityCase> openAfter(Optional<UUID> id, int count) {
        return id.isPresent()
                ? query(
                        "WHERE kind = 'RECORD' AND decided_at IS NULL AND case_id > ? ORDER BY case_id LIMIT ?",
                        id.get(),
                        count)
                : query("WHERE kind = 'RECORD' AND decided_at IS NULL ORDER BY case_id LIMIT ?", count);
    }

    @Override
    public List<IdentityCase> openNear(Set<UUID> students) {
        return query(
                "WHERE kind = 'RECORD' AND decided_at IS NULL AND EXISTS (SELECT 1 FROM student_name n,"
                        + " LATERAL (SELECT record #>> '{fields,birthDate}' AS child, n.birth_date::text AS known) d"
                        + " WHERE n.student_key = ANY (?) AND " + NEAR_DATES + ") ORDER BY case_id",
                (Object) students.toArray(UUID[]::new));
    }

    @Override
    public void close(UUID id, Verdict verdict) {
        closeWhere("case_id = ?", List.of(id), verdict);
    }

    @Override
    public void closePairsWith(UUID student, Verdict verdict) {
        closeWhere("kind = 'PAIR' AND (student_key = ? OR other_key = ?)", List.of(student, student), verdict);
    }

    private void closeWhere(String which, List<UUID> parameters, Verdict verdict) {
        rethrown(() -> {
            try (PreparedStatement update = connection.prepareStatement("UPDATE identity_case SET decision = ?,"
                    + " state_id = ?, reason = ?, outcome = ?, decided_by = ?, decided_at = ?"
                    + " WHERE decided_at IS NULL AND " + which)) {
                update.setString(1, verdict.choice().name());
                update.setString(2, verdict.stateId().orElse(null));
                update.setString(3, verdict.reason().orElse(null));
                update.setString(4, verdict.outcome().orElse(null));
                update.setString(5, verdict.by());
                update.setObject(6, verdict.at().atOffset(ZoneOffset.UTC));
                for (int i = 0; i < parameters.size(); i++) {
                    update.setObject(7 + i, parameters.get(i));
                }
                return update.executeUpdate();
            }
        });
    }

    @Override
    public Set<Pair> undecided(Set<Pair> pairs) {
        ArrayColumns rows = new ArrayColumns("uuid", "uuid");
        pairs.forEach(pair -> rows.add(pair.older(), pair.newer()));
        if (rows.isEmpty()) {
            return Set.of();
        }
        return rethrown(() -> {
            Set<Pair> undecided = new HashSet<>();
            try (PreparedStatement select = connection.prepareStatement("SELECT r.older, r.newer FROM "
                    + rows.unnest() + " AS r(older, newer) WHERE NOT EXISTS (SELECT 1 FROM not_same n"
                    + " WHERE n.student_key = r.older AND n.other_key = r.newer) AND NOT EXISTS (SELECT 1"
                    + " FROM identity_case c WHERE c.kind = 'PAIR' AND c.decided_at IS NULL"
                    + " AND c.student_key = r.older AND c.other_key = r.newer)")) {
                rows.bind(select);
                try (ResultSet row = select.executeQuery()) {
                    while (row.next()) {
                        undecided.add(new Pair(row.getObject(1, UUID.class), row.getObject(2, UUID.class)));
                    }
                }
            }
            return undecided;
        });
    }

    @Override
    public void open(Map<Pair, Integer> scores) {
        ArrayColumns rows = new ArrayColumns("uuid", "uuid", "integer", "timestamptz");
        scores.forEach((pair, score) -> rows.add(pair.older(), pair.newer(), score, now));
        if (rows.isEmpty()) {
            return;
        }
        rethrown(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO identity_case (kind, student_key, other_key, score,"
                            + " opened_at) SELECT 'PAIR', r.* FROM " + rows.unnest()
                            + " AS r ON CONFLICT DO NOTHING")) {
                rows.bind(insert);
                return insert.executeUpdate();
            }
        });
    }

    @Override
    public void rememberNotSame(UUID student, Collection<UUID> others, String by) {
        ArrayColumns rows = new ArrayColumns("uuid", "uuid", "text", "timestamptz");
        others.forEach(other -> {
            Pair pair = Pair.of(student, other);
            rows.add(pair.older(), pair.newer(), by, now);
        });
        if (rows.isEmpty()) {
            return;
        }
        rethrown(() -> {
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO not_same (student_key, other_key, decided_by, decided_at)"
                            + " SELECT * FROM " + rows.unnest() + " AS r ON CONFLICT DO NOTHING")) {
                rows.bind(insert);
                return insert.executeUpdate();
            }
        });
    }

    private List<IdentityCase> query(String which, Object... parameters) {
        return rethrown(() -> Query.list(
                connection, "SELECT * FROM identity_case " + which, Arrays.asList(parameters), CaseTable::read));
    }

    private static IdentityCase read(ResultSet row) throws SQLException {
        String record = row.getString("record");
        UUID older = row.getObject("student_key", UUID.class);
        return new IdentityCase(
                row.getObject("case_id", UUID.class),
                record == null ? Optional.empty() : Optional.of(record(record)),
                Optional.ofNullable(row.getString("rule_id")),
                older == null ? Optional.empty() : Optional.of(new Pair(older, row.getObject("other_key", UUID.class))),
                row.getInt("score"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                verdict(row));
    }

    private static Optional<Verdict> verdict(ResultSet row) throws SQLException {
        String decision = row.getString("decision");
        return decision == null
                ? Optional.empty()
                : Optional.of(new Verdict(
                        Choice.valueOf(decision),
                        Optional.ofNullable(row.getString("state_id")),
                        Optional.ofNullable(row.getString("reason")),
                        row.getString("decided_by"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant(),
                        Optional.ofNullable(row.getString("outcome"))));
    }

    private static RecordAccepted record(String json) {
        try {
            return RECORD.readValue(json);
        } catch (IOException e) {
            // Without the cause: its message repeats the record.
            throw new IllegalStateException("a record that this service wrote cannot be read");
        }
    }
}
