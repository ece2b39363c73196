package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.Decision;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;

/** Keeps held lines whole, with what they wait for. */
final class HeldTable {

    private final Connection connection;
    private final Instant now;

    HeldTable(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Lets go of lines that were held and are decided now. */
    void letGo(List<Decision> decisions) throws SQLException {
        Columns rows = new Columns("uuid", "integer");
        decisions.stream()
                .filter(decision -> decision.outcome() != Outcome.HELD)
                .forEach(decision -> rows.add(
                        decision.record().submissionId(), decision.record().line()));
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM held_record h USING " + rows.unnest()
                + " AS r(submission_id, line) WHERE h.submission_id = r.submission_id AND h.line = r.line")) {
            rows.bind(delete);
            delete.executeUpdate();
        }
    }

    void keep(List<Decision> decisions) throws SQLException {
        Columns rows = new Columns("uuid", "integer", "text", "text", "text", "text", "text", "jsonb", "timestamptz");
        for (Decision decision : decisions) {
            RecordAccepted record = decision.record();
            if (decision.outcome() == Outcome.HELD && record.mode() == Mode.SUBMIT) {
                rows.add(
                        record.submissionId(),
                        record.line(),
                        record.districtNumber(),
                        record.recordType(),
                        decision.heldBy(),
                        decision.waitsFor().orElse(""),
                        record.text("stateId"),
                        new String(EventJson.write(record), StandardCharsets.UTF_8),
                        now);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO held_record (submission_id, line, district_number, record_type, rule_id, waits_for,"
                        + " state_id, record, held_at) SELECT * FROM " + rows.unnest()
                        + " ON CONFLICT (submission_id, line)"
                        + " DO UPDATE SET (rule_id, waits_for) = (EXCLUDED.rule_id, EXCLUDED.waits_for)")) {
            rows.bind(insert);
            insert.executeUpdate();
        }
    }
}
