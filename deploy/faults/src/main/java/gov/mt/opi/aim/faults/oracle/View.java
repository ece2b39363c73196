package gov.mt.opi.aim.faults.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.backing.BackingServers;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The statewide view as the state-store's tables hold it: there is no call that gives all of it at once. */
final class View {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> TABLES = Map.of(
            "EN", "enrollment",
            "PP", "program_participation",
            "AT", "test_window_attendance");

    private final BackingServers servers;

    View(BackingServers servers) {
        this.servers = servers;
    }

    /** Everything about the students with State IDs in a range. */
    Map<Thing, Known> things(long firstStateId, long lastStateId) throws IOException {
        Map<Thing, Known> things = new HashMap<>();
        try (Connection connection = connect()) {
            String range = " WHERE s.state_id BETWEEN '" + firstStateId + "' AND '" + lastStateId + "'";
            read(
                    "SD",
                    connection,
                    "SELECT s.state_id, s.student_key, s.version, to_jsonb(s) FROM state.student s" + range,
                    things);
            for (Map.Entry<String, String> table : TABLES.entrySet()) {
                read(
                        table.getKey(),
                        connection,
                        "SELECT s.state_id, r.record_key, r.version, to_jsonb(r) FROM state." + table.getValue()
                                + " r JOIN state.student s USING (student_key)" + range,
                        things);
            }
            return things;
        } catch (SQLException e) {
            throw new IOException("the view cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    /** Rows that wait in an outbox; their events are still to be sent. */
    long waiting() throws IOException {
        try (Connection connection = connect();
                PreparedStatement question = connection.prepareStatement("SELECT (SELECT count(*) FROM state.outbox)"
                        + " + (SELECT count(*) FROM intake.outbox) + (SELECT count(*) FROM reporting.outbox)");
                ResultSet row = question.executeQuery()) {
            row.next();
            return row.getLong(1);
        } catch (SQLException e) {
            throw new IOException("the outboxes cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    /** The lines of some districts that wait, by submission and number. */
    Set<String> held(List<String> districts) throws IOException {
        return lines("state.held_record", districts);
    }

    /** The same as reporting has followed them. */
    Set<String> followedHeld(List<String> districts) throws IOException {
        return lines("reporting.held_line", districts);
    }

    private Set<String> lines(String table, List<String> districts) throws IOException {
        Set<String> lines = new HashSet<>();
        try (Connection connection = connect();
                PreparedStatement question = connection.prepareStatement(
                        "SELECT submission_id || ':' || line FROM " + table + " WHERE district_number = ANY (?)")) {
            question.setArray(1, connection.createArrayOf("text", districts.toArray()));
            try (ResultSet row = question.executeQuery()) {
                while (row.next()) {
                    lines.add(row.getString(1));
                }
            }
            return lines;
        } catch (SQLException e) {
            throw new IOException("the held lines cannot be read: SQL state " + e.getSQLState(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(servers.jdbcUrl(), servers.databaseUser(), servers.databasePassword());
    }

    private static void read(String type, Connection connection, String sql, Map<Thing, Known> things)
            throws SQLException, IOException {
        try (PreparedStatement question = connection.prepareStatement(sql);
                ResultSet row = question.executeQuery()) {
            while (row.next()) {
                Map<String, String> properties = properties(JSON.readTree(row.getString(4)));
                properties.put("stateId", row.getString(1));
                Map<String, String> fields = SpecLine.fields(type, properties);
                things.put(SpecLine.thing(type, fields), new Known(row.getString(2), row.getLong(3), fields));
            }
        }
    }

    private static Map<String, String> properties(JsonNode row) {
        Map<String, String> columns = new HashMap<>();
        row.properties().forEach(column -> {
            if (!column.getValue().isNull()) {
                columns.put(column.getKey(), column.getValue().asText());
            }
        });
        Map<String, String> properties = new TreeMap<>();
        SpecLine.properties().forEach(property -> {
            String value = columns.get(column(property));
            if (value != null && !value.isEmpty()) {
                properties.put(property, value);
            }
        });
        return properties;
    }

    private static String column(String property) {
        return property.equals("year")
                ? "school_year"
                : property.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
                        .replaceAll("([A-Z])([A-Z][a-z])", "$1_$2")
                        .toLowerCase(Locale.ROOT);
    }
}
