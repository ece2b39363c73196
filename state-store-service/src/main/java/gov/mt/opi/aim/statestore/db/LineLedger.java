package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.Decision;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * What became of every line that was ever applied, one byte a line: 0 while it is open, else the outcome's number from 1.
 * A segment is locked while it is read, so that a line delivered to two instances at once is applied by one.
 */
final class LineLedger {

    /** Lines of one row. */
    static final int SEGMENT_LINES = 1024;

    private static final byte OPEN = 0;
    private static final byte HELD = code(Outcome.HELD);

    private record Segment(UUID submissionId, int number) {
        static Segment of(RecordAccepted record) {
            return new Segment(record.submissionId(), record.line() / SEGMENT_LINES);
        }

        boolean has(RecordAccepted record) {
            return record.line() / SEGMENT_LINES == number
                    && record.submissionId().equals(submissionId);
        }
    }

    private final Connection connection;
    private final Map<Segment, byte[]> segments = new HashMap<>();

    LineLedger(Connection connection) {
        this.connection = connection;
    }

    /** The records whose lines are open, each line once. */
    List<RecordAccepted> undecided(List<RecordAccepted> records) throws SQLException {
        return inState(OPEN, records);
    }

    /** The records whose lines are held, each line once. */
    List<RecordAccepted> held(List<RecordAccepted> records) throws SQLException {
        return inState(HELD, records);
    }

    /** Makes the lines ready for another outcome, whatever they have. */
    void reopen(List<RecordAccepted> records) throws SQLException {
        Set<Segment> wanted = new LinkedHashSet<>();
        records.forEach(record -> wanted.add(Segment.of(record)));
        lock(wanted);
        for (RecordAccepted record : records) {
            byte[] outcomes = segments.get(Segment.of(record));
            int line = record.line() % SEGMENT_LINES;
            outcomes[line] = outcomes[line] == HELD ? HELD : OPEN;
        }
    }

    private List<RecordAccepted> inState(byte state, List<RecordAccepted> records) throws SQLException {
        Segment[] places = new Segment[records.size()];
        Map<Segment, BitSet> seen = new LinkedHashMap<>();
        for (int i = 0; i < places.length; i++) {
            // Neighbouring lines are in one segment most often.
            boolean same = i > 0 && places[i - 1].has(records.get(i));
            places[i] = same ? places[i - 1] : Segment.of(records.get(i));
            if (!same) {
                seen.computeIfAbsent(places[i], segment -> new BitSet(SEGMENT_LINES));
            }
        }
        lock(seen.keySet());
        List<RecordAccepted> open = new ArrayList<>(records.size());
        for (int i = 0; i < places.length; i++) {
            int line = records.get(i).line() % SEGMENT_LINES;
            BitSet before = seen.get(places[i]);
            if (segments.get(places[i])[line] == state && !before.get(line)) {
                before.set(line);
                open.add(records.get(i));
            }
        }
        return open;
    }

    private static byte code(Outcome outcome) {
        return (byte) (outcome.ordinal() + 1);
    }

    /**
     * Writes the outcomes of lines: of those that {@link #undecided} or {@link #held} gave out before, and of others that
     * waited. Those that waited are returned; if one was decided meanwhile, everything starts anew.
     */
    List<Decision> remember(List<Decision> decisions) throws SQLException {
        lockOthers(decisions);
        ArrayColumns rows = new ArrayColumns("uuid", "integer", "text");
        Set<Segment> touched = new LinkedHashSet<>();
        List<Decision> waitedBefore = new ArrayList<>();
        for (Decision decision : decisions) {
            Segment segment = Segment.of(decision.record());
            byte[] outcomes = segments.get(segment);
            int line = decision.record().line() % SEGMENT_LINES;
            if (outcomes[line] == HELD) {
                waitedBefore.add(decision);
            } else if (outcomes[line] != OPEN) {
                throw ViewFailure.changedMeanwhile();
            }
            outcomes[line] = code(decision.outcome());
            touched.add(segment);
        }
        touched.forEach(segment -> rows.add(
                segment.submissionId(),
                segment.number(),
                java.util.HexFormat.of().formatHex(segments.get(segment))));
        if (rows.isEmpty()) {
            return waitedBefore;
        }
        try (PreparedStatement update = connection.prepareStatement(
                "UPDATE line_outcome t SET outcomes = decode(r.outcomes, 'hex') FROM " + rows.unnest()
                        + " AS r(submission_id, segment, outcomes)"
                        + " WHERE t.submission_id = r.submission_id AND t.segment = r.segment")) {
            rows.bind(update);
            update.executeUpdate();
        }
        return waitedBefore;
    }

    /** Lines of other files that waited are locked when they are decided: most batches have none. */
    private void lockOthers(List<Decision> decisions) throws SQLException {
        Set<Segment> others = new LinkedHashSet<>();
        for (Decision decision : decisions) {
            Segment segment = Segment.of(decision.record());
            if (!segments.containsKey(segment)) {
                others.add(segment);
            }
        }
        lock(others);
    }

    private void lock(Set<Segment> wanted) throws SQLException {
        ArrayColumns rows = new ArrayColumns("uuid", "integer");
        wanted.forEach(segment -> rows.add(segment.submissionId(), segment.number()));
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO line_outcome (submission_id, segment, outcomes)"
                        + " SELECT r.submission_id, r.segment, decode(repeat('00', " + SEGMENT_LINES + "), 'hex') FROM "
                        + rows.unnest() + " AS r(submission_id, segment) ORDER BY 1, 2 ON CONFLICT DO NOTHING")) {
            rows.bind(insert);
            insert.executeUpdate();
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT t.submission_id, t.segment, t.outcomes FROM line_outcome t JOIN " + rows.unnest()
                        + " AS r(submission_id, segment) USING (submission_id, segment)"
                        + " ORDER BY 1, 2 FOR UPDATE OF t")) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    segments.put(new Segment(row.getObject(1, UUID.class), row.getInt(2)), row.getBytes(3));
                }
            }
        }
    }
}
