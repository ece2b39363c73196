package gov.mt.opi.aim.statestore;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/**
 * The view as its tables say, and the same told by events, both as flat text so that they can be compared. It reads every
 * column by itself and shares no code with the service.
 */
final class ViewRows {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Columns that no event tells, because they serve the service only. */
    private static final java.util.Set<String> INSIDE =
            java.util.Set.of("content_hash", "header_timestamp", "sequence", "record_key");

    private ViewRows() {}

    /** Things of students whose State ID begins like this, by key. */
    static Map<String, Map<String, String>> read(DataSource database, String stateIds) throws SQLException {
        Map<String, Map<String, String>> rows = new TreeMap<>();
        try (Connection connection = database.getConnection()) {
            for (String table :
                    new String[] {"student", "enrollment", "program_participation", "test_window_attendance"}) {
                String key = table.equals("student") ? "student_key" : "record_key";
                try (PreparedStatement select =
                        connection.prepareStatement("SELECT t." + key + ", s.state_id, to_jsonb(t)::text FROM " + table
                                + " t JOIN student s USING (student_key) WHERE s.state_id LIKE ?")) {
                    select.setString(1, stateIds + "%");
                    try (ResultSet row = select.executeQuery()) {
                        while (row.next()) {
                            Map<String, String> flat = flat(JSON.readTree(row.getString(3)));
                            flat.put("stateid", row.getString(2));
                            rows.put(row.getString(1), flat);
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return rows;
    }

    /** The value of a state event, in the same words. */
    static Map<String, String> told(byte[] event) {
        try {
            return told(JSON.readTree(event));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Map<String, String> told(JsonNode event) {
        return flat(event);
    }

    private static Map<String, String> flat(JsonNode thing) {
        Map<String, String> flat = new TreeMap<>();
        thing.properties().forEach(field -> {
            String name = field.getKey();
            JsonNode value = field.getValue();
            if (INSIDE.contains(name) || value.isNull() || name.equals("contractVersion")) {
                return;
            }
            if (name.equals("source")) {
                flat.put("submissionid", value.get("submissionId").asText());
                flat.put("line", value.get("line").asText());
                return;
            }
            // Spelling apart, a column is named as the field is.
            String word = name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
            flat.put(word.equals("schoolyear") ? "year" : word, text(word, value));
        });
        return flat;
    }

    private static String text(String name, JsonNode value) {
        if (name.equals("changedat")) {
            String time = value.asText();
            Instant moment = time.endsWith("Z")
                    ? Instant.parse(time)
                    : OffsetDateTime.parse(time).toInstant();
            return moment.toString();
        }
        return value.isFloatingPointNumber()
                ? new BigDecimal(value.asText()).stripTrailingZeros().toPlainString()
                : value.asText();
    }
}
