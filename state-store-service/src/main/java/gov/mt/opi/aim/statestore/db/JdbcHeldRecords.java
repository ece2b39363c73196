package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.statestore.held.HeldRecords;
import java.sql.Connection;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Held lines from PostgreSQL. */
public final class JdbcHeldRecords implements HeldRecords {

    private final DataSource database;

    public JdbcHeldRecords(DataSource database) {
        this.database = database;
    }

    @Override
    public List<HeldRecord> find(Optional<String> districtNumber, Optional<String> reason, long offset, int limit) {
        List<Object> parameters = new ArrayList<>();
        String where = where(districtNumber, reason, parameters);
        parameters.add(limit);
        parameters.add(offset);
        return query(
                "SELECT *, COALESCE((SELECT s.state_id FROM student s WHERE s.student_key = held_record.student_key),"
                        + " state_id) AS about, record #>> '{fields,schoolNumber}' AS school_number,"
                        + " record #>> '{fields,startDate}' AS start_date FROM held_record" + where
                        + " ORDER BY held_at, submission_id, line LIMIT ? OFFSET ?",
                parameters,
                row -> new HeldRecord(
                        row.getObject("submission_id", UUID.class),
                        row.getInt("line"),
                        row.getString("district_number"),
                        row.getString("record_type"),
                        row.getString("rule_id"),
                        row.getString("waits_for"),
                        Optional.ofNullable(row.getString("waits_for_district")),
                        Optional.ofNullable(row.getString("about")),
                        Optional.ofNullable(row.getString("school_number")),
                        Optional.ofNullable(row.getString("start_date")),
                        row.getObject("held_at", OffsetDateTime.class).toInstant()));
    }

    @Override
    public long count(Optional<String> districtNumber, Optional<String> reason) {
        List<Object> parameters = new ArrayList<>();
        String where = where(districtNumber, reason, parameters);
        return query("SELECT count(*) FROM held_record" + where, parameters, row -> row.getLong(1))
                .get(0);
    }

    private static String where(Optional<String> districtNumber, Optional<String> reason, List<Object> parameters) {
        List<String> conditions = new ArrayList<>();
        districtNumber.ifPresent(district -> {
            conditions.add("(district_number = ? OR waits_for_district = ?)");
            parameters.addAll(List.of(district, district));
        });
        reason.ifPresent(rule -> {
            conditions.add("rule_id = ?");
            parameters.add(rule);
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
