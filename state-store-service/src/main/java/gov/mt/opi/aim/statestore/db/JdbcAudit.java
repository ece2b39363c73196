package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.statestore.audit.Audit;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.audit.AuditTrail;
import java.sql.Connection;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;

/** The audit in PostgreSQL. */
public final class JdbcAudit implements Audit, AuditTrail {

    private final DataSource database;

    public JdbcAudit(DataSource database) {
        this.database = database;
    }

    @Override
    public void record(AuditEntry entry) {
        rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                AuditTable.add(connection, entry);
            }
            return null;
        });
    }

    @Override
    public List<Recorded> find(Search search, long offset, int limit) {
        List<Object> parameters = new ArrayList<>();
        String where = where(search, parameters);
        parameters.add(limit);
        parameters.add(offset);
        return query(
                "SELECT * FROM audit" + where + " ORDER BY id DESC LIMIT ? OFFSET ?", parameters, AuditTable::recorded);
    }

    @Override
    public long count(Search search) {
        List<Object> parameters = new ArrayList<>();
        String where = where(search, parameters);
        return query("SELECT count(*) FROM audit" + where, parameters, row -> row.getLong(1))
                .get(0);
    }

    private static String where(Search search, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        search.who().ifPresent(who -> {
            conditions.add("who = ?");
            parameters.add(who);
        });
        search.action().ifPresent(action -> {
            conditions.add("action = ?");
            parameters.add(action.name());
        });
        search.stateId().ifPresent(stateId -> {
            // Also under the State IDs that the student had before, or has now.
            conditions.add("student_keys && ARRAY(" + CurrentThings.PERSON + ")");
            parameters.addAll(List.of(stateId, stateId, stateId));
        });
        search.since().ifPresent(since -> {
            conditions.add("at >= ?");
            parameters.add(since.atOffset(ZoneOffset.UTC));
        });
        return conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", conditions);
    }

    private <T> List<T> query(String sql, List<Object> parameters, Query.Reading<T> reading) {
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                return Query.list(connection, sql, parameters, reading);
            }
        });
    }
}
