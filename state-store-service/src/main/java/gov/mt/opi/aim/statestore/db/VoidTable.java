package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** Records that people took out of the view. One that came back since stays here; the view's own row counts. */
final class VoidTable {

    private final Connection connection;

    VoidTable(Connection connection) {
        this.connection = connection;
    }

    Map<RecordKind, List<StoredRecord>> find(Set<UUID> studentKeys) throws SQLException {
        Map<RecordKind, List<StoredRecord>> found = new EnumMap<>(RecordKind.class);
        ArrayColumns rows = ArrayColumns.of(studentKeys);
        try (PreparedStatement select =
                connection.prepareStatement("SELECT v.* FROM voided_record v WHERE v.student_key = " + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.computeIfAbsent(RecordKind.valueOf(row.getString("kind")), kind -> new ArrayList<>())
                            .add(record(row));
                }
            }
        }
        return found;
    }

    void add(RecordKind kind, StoredRecord gone, Instant now, String who, String reason) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO voided_record (record_key, kind,"
                + " student_key, natural_key, version, header_timestamp, sequence, line, submission_id, voided_at,"
                + " voided_by, reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (record_key) DO UPDATE SET (student_key, version, header_timestamp, sequence, line,"
                + " submission_id, voided_at, voided_by, reason) = (EXCLUDED.student_key, EXCLUDED.version,"
                + " EXCLUDED.header_timestamp, EXCLUDED.sequence, EXCLUDED.line, EXCLUDED.submission_id,"
                + " EXCLUDED.voided_at, EXCLUDED.voided_by, EXCLUDED.reason)")) {
            SourceVersion source = gone.source();
            insert.setObject(1, gone.key());
            insert.setString(2, kind.name());
            insert.setObject(3, gone.studentKey());
            insert.setArray(
                    4, connection.createArrayOf("text", gone.naturalKey().toArray()));
            insert.setLong(5, gone.version());
            insert.setObject(6, source.headerTimestamp());
            insert.setLong(7, source.sequence());
            insert.setInt(8, source.line());
            insert.setObject(9, source.submissionId());
            insert.setObject(10, now.atOffset(ZoneOffset.UTC));
            insert.setString(11, who);
            insert.setString(12, reason);
            insert.executeUpdate();
        }
    }

    private static StoredRecord record(ResultSet row) throws SQLException {
        return StoredRecord.voided(
                row.getObject("record_key", UUID.class),
                row.getObject("student_key", UUID.class),
                List.of((String[]) row.getArray("natural_key").getArray()),
                row.getLong("version"),
                new SourceVersion(
                        row.getObject("header_timestamp", LocalDateTime.class),
                        row.getLong("sequence"),
                        row.getInt("line"),
                        row.getObject("submission_id", UUID.class)));
    }
}
