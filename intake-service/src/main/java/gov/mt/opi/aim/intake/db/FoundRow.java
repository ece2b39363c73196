package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jdbi.v3.core.Handle;

/**
 * A finding as it is read, and its place among the findings of its submission.
 *
 * @param recordLine the line whose outcome brought it, 0 for the file
 * @param ordinal its number among those of that line
 */
record FoundRow(int recordLine, int ordinal, Finding finding) {

    static final String SELECT =
            """
            SELECT record_line, ordinal, rule_id, severity, line, record_type, field_number, field_name, value, message,
                hint, section
            FROM finding
            """;

    /**
     * Has the transaction read findings along an index that has them in the order of lines. The first rows come at once
     * that way, also from a table that nobody analysed since it grew, where the planner would rather sort all of it.
     */
    static void inLineOrder(Handle transaction) {
        transaction.execute("SET LOCAL enable_sort = off; SET LOCAL enable_bitmapscan = off");
    }

    static FoundRow of(ResultSet row) throws SQLException {
        return new FoundRow(row.getInt("record_line"), row.getInt("ordinal"), finding(row));
    }

    static Finding finding(ResultSet row) throws SQLException {
        return new Finding(
                row.getString("rule_id"),
                Severity.valueOf(row.getString("severity")),
                row.getObject("line", Integer.class),
                row.getString("record_type"),
                row.getObject("field_number", Integer.class),
                row.getString("field_name"),
                row.getString("value"),
                row.getString("message"),
                row.getString("hint"),
                row.getString("section"));
    }
}
