package gov.mt.opi.aim.statestore.db;

import com.fasterxml.jackson.databind.ObjectReader;
import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.kafka.EventJson;
import gov.mt.opi.aim.chassis.kafka.OutgoingEvent;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordHeld;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.held.WaitsFor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Keeps held lines whole, with what they wait for, and tells the world which wait. */
final class HeldTable {

    private static final ObjectReader RECORD = EventJson.reader(RecordAccepted.class);

    /** What the world is told of a held line. */
    private static final String TOLD =
            "h.submission_id, h.line, h.district_number, h.record_type, h.rule_id, h.held_at";

    private final Connection connection;
    private final Instant now;
    private final List<OutgoingEvent> news = new ArrayList<>();

    HeldTable(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Keeps the lines that wait; one that waits for something else from now on keeps the time since when it waits. */
    void keep(List<Decision> decisions) throws SQLException {
        ArrayColumns rows = new ArrayColumns(
                "uuid", "integer", "text", "text", "text", "text", "text", "uuid", "text", "jsonb", "timestamptz");
        for (Decision decision : decisions) {
            RecordAccepted record = decision.record();
            if (decision.outcome() == Outcome.HELD && record.mode() == Mode.SUBMIT) {
                WaitsFor waitsFor = decision.waitsFor().orElseThrow();
                rows.add(
                        record.submissionId(),
                        record.line(),
                        record.districtNumber(),
                        record.recordType(),
                        decision.heldBy(),
                        waitsFor.inWords(),
                        waitsFor.districtNumber().orElse(null),
                        waitsFor.studentKey().orElse(null),
                        record.text("stateId"),
                        new String(EventJson.write(record), StandardCharsets.UTF_8),
                        now);
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO held_record AS h (submission_id, line, district_number, record_type, rule_id, waits_for,"
                        + " waits_for_district, student_key, state_id, record, held_at) SELECT * FROM " + rows.unnest()
                        + " ON CONFLICT (submission_id, line) DO UPDATE SET (rule_id, waits_for, waits_for_district,"
                        + " student_key, state_id) = (EXCLUDED.rule_id, EXCLUDED.waits_for,"
                        + " EXCLUDED.waits_for_district, EXCLUDED.student_key, EXCLUDED.state_id)"
                        + " WHERE (h.rule_id, h.waits_for, h.waits_for_district, h.student_key, h.state_id)"
                        + " IS DISTINCT FROM (EXCLUDED.rule_id, EXCLUDED.waits_for, EXCLUDED.waits_for_district,"
                        + " EXCLUDED.student_key, EXCLUDED.state_id) RETURNING " + TOLD)) {
            rows.bind(insert);
            try (ResultSet row = insert.executeQuery()) {
                tell(row);
            }
        }
    }

    /** Forgets those of the lines that wait no longer. If one is not there any more, everything starts anew. */
    void forget(List<Decision> waitedBefore) throws SQLException {
        ArrayColumns rows = new ArrayColumns("uuid", "integer");
        int count = 0;
        for (Decision decision : waitedBefore) {
            if (decision.outcome() != Outcome.HELD) {
                rows.add(decision.record().submissionId(), decision.record().line());
                count++;
                news.add(event(
                        decision.record().submissionId(), decision.record().line(), null));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM held_record h USING " + rows.unnest()
                + " AS r(submission_id, line) WHERE h.submission_id = r.submission_id AND h.line = r.line")) {
            rows.bind(delete);
            if (delete.executeUpdate() < count) {
                throw ViewFailure.changedMeanwhile();
            }
        }
    }

    /** Tells again which lines of a district wait; they go on to wait until the transaction ends. */
    void tellAgain(String districtNumber) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT " + TOLD + " FROM held_record h WHERE h.district_number = ? FOR SHARE")) {
            select.setString(1, districtNumber);
            try (ResultSet row = select.executeQuery()) {
                tell(row);
            }
        }
    }

    /** Events of what was kept, forgotten or told again, to be written into the same transaction. */
    List<OutgoingEvent> news() {
        return List.copyOf(news);
    }

    private void tell(ResultSet row) throws SQLException {
        while (row.next()) {
            RecordHeld held = new RecordHeld(
                    1,
                    row.getObject("submission_id", UUID.class),
                    row.getInt("line"),
                    row.getString("district_number"),
                    RecordType.valueOf(row.getString("record_type")),
                    row.getString("rule_id"),
                    row.getObject("held_at", OffsetDateTime.class).toInstant());
            news.add(event(held.submissionId(), held.line(), EventJson.write(held)));
        }
    }

    private OutgoingEvent event(UUID submissionId, int line, byte[] value) {
        String key = submissionId + ":" + line;
        String id = key + ":" + ChronoUnit.MICROS.between(Instant.EPOCH, now);
        return new OutgoingEvent(Topic.RECORD_HELD, key, id, "aim.record.held", value);
    }

    /** Lines of these students that wait. */
    List<HeldLine> lines(Set<UUID> studentKeys) throws SQLException {
        List<HeldLine> lines = new ArrayList<>();
        ArrayColumns rows = ArrayColumns.of(studentKeys);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT h.record::text, h.student_key, h.waits_for, h.waits_for_district FROM held_record h"
                        + " WHERE h.student_key = " + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID student = row.getObject(2, UUID.class);
                    lines.add(new HeldLine(
                            toldOnce(record(row.getString(1))),
                            student,
                            new WaitsFor(
                                    row.getString(3), Optional.ofNullable(row.getString(4)), Optional.of(student))));
                }
            }
        }
        return lines;
    }

    /** The same, only which. */
    Set<HeldLine.Id> ids(Set<UUID> studentKeys) throws SQLException {
        Set<HeldLine.Id> ids = new HashSet<>();
        ArrayColumns rows = ArrayColumns.of(studentKeys);
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT h.submission_id, h.line FROM held_record h WHERE h.student_key = " + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    ids.add(new HeldLine.Id(row.getObject(1, UUID.class), row.getInt(2)));
                }
            }
        }
        return ids;
    }

    /** The counts of INFO rules went out with the first outcome of the line; whoever adds them up must not get them twice. */
    private static RecordAccepted toldOnce(RecordAccepted record) {
        return new RecordAccepted(
                record.contractVersion(),
                record.submissionId(),
                record.districtNumber(),
                record.sequence(),
                record.line(),
                record.headerTimestamp(),
                record.mode(),
                record.adoptStateIds(),
                record.recordType(),
                record.fields(),
                record.findings(),
                Map.of());
    }

    private static RecordAccepted record(String json) {
        try {
            return RECORD.readValue(json);
        } catch (IOException e) {
            // Without the cause: its message repeats the record.
            throw new IllegalStateException("a held record that this service wrote cannot be read");
        }
    }
}
