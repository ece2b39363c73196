package gov.mt.opi.aim.statestore.db;

import com.fasterxml.jackson.databind.ObjectReader;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.audit.AuditTrail;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;

/** Rows of the audit. */
final class AuditTable {

    private static final ObjectReader ABOUT = EventJson.reader(Map.class);

    private AuditTable() {}

    /** Adds an entry to the transaction of the connection; the database says when. */
    static void add(Connection connection, AuditEntry entry) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO audit (who, action, student_keys, about)"
                        + " VALUES (?, ?, ?::uuid[] || ARRAY(SELECT student_key FROM student WHERE state_id = ANY (?::text[])),"
                        + " ?::jsonb)")) {
            insert.setString(1, entry.who());
            insert.setString(2, entry.action().name());
            insert.setArray(
                    3, connection.createArrayOf("uuid", entry.studentKeys().toArray()));
            insert.setArray(4, connection.createArrayOf("text", entry.stateIds().toArray()));
            insert.setString(5, new String(EventJson.write(entry.about()), StandardCharsets.UTF_8));
            insert.executeUpdate();
        }
    }

    static AuditTrail.Recorded recorded(ResultSet row) throws SQLException {
        return new AuditTrail.Recorded(
                row.getLong("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("who"),
                AuditAction.valueOf(row.getString("action")),
                Arrays.asList((UUID[]) row.getArray("student_keys").getArray()),
                about(row.getString("about")));
    }

    private static Map<String, String> about(String json) {
        try {
            return ABOUT.readValue(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
