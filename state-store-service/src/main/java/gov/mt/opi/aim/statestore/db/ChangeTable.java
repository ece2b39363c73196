package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.changes.ChangeCursor;
import gov.mt.opi.aim.statestore.changes.ChangedThing;
import gov.mt.opi.aim.statestore.changes.ChangedThings;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/**
 * What each transaction changed, one row a transaction.
 *
 * <p>A row gets its number when somebody reads, not when it is written: {@link #number} gives numbers to the committed rows
 * that have none, one caller at a time. So a number is never given to a row that becomes visible before an earlier number
 * does, and whoever has read up to a number has missed nothing. Numbers from a sequence would not do, because transactions
 * commit in another order than they draw; a lock around drawing and commit would make the writers wait for each other.
 */
final class ChangeTable {

    /** Things that are looked at together; a row is read whole nevertheless. */
    private static final int THINGS_AT_ONCE = 1000;

    private static final int ROWS_AT_ONCE = 1000;
    private static final int THING_BYTES = 25;

    private ChangeTable() {}

    /** A row with its number. */
    record Batch(long number, List<ChangedThing> things) {}

    /** Notes what the transaction of the connection changed. */
    static void add(Connection connection, List<StateChange> changes, Instant now) throws SQLException {
        for (int from = 0; from < changes.size(); from += ChangedThings.COUNT_MAX) {
            List<StateChange> some = changes.subList(from, Math.min(changes.size(), from + ChangedThings.COUNT_MAX));
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO change_batch (changed_at, things) VALUES (?, ?)")) {
                insert.setObject(1, now.atOffset(ZoneOffset.UTC));
                insert.setBytes(
                        2,
                        ChangedThings.pack(some.stream().map(ChangedThing::of).toList()));
                insert.executeUpdate();
            }
        }
        addGone(connection, changes.stream().filter(StateChange::gone).toList());
    }

    private static void addGone(Connection connection, List<StateChange> gone) throws SQLException {
        if (gone.isEmpty()) {
            return;
        }
        ArrayColumns rows = new ArrayColumns("uuid", "integer", "uuid", "text", "text", "bigint", "timestamptz");
        gone.forEach(change -> rows.add(
                change.key(),
                ChangedThing.of(change).kind().code(),
                change.value().studentKey(),
                change.value().stateId(),
                change.value().districtNumber(),
                change.value().version(),
                change.value().changedAt()));
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO gone_thing (thing_key, kind, student_key, state_id,"
                        + " district_number, version, changed_at) SELECT * FROM " + rows.unnest()
                        + " ON CONFLICT (thing_key) DO UPDATE SET (student_key, state_id, district_number, version,"
                        + " changed_at) = (EXCLUDED.student_key, EXCLUDED.state_id, EXCLUDED.district_number,"
                        + " EXCLUDED.version, EXCLUDED.changed_at)")) {
            rows.bind(insert);
            insert.executeUpdate();
        }
    }

    /** Gives numbers to the rows that are committed and have none, in a transaction of its own. */
    static void number(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            try (ResultSet row =
                    statement.executeQuery("SELECT EXISTS (SELECT 1 FROM change_batch WHERE number IS NULL)")) {
                row.next();
                if (!row.getBoolean(1)) {
                    return;
                }
            }
            connection.setAutoCommit(false);
            try {
                // First the lock, then a statement that sees what was committed while it was waited for.
                statement.execute("SELECT last FROM change_number FOR UPDATE");
                statement.executeUpdate("UPDATE change_batch b SET number = c.last + f.place FROM change_number c,"
                        + " (SELECT id, row_number() OVER (ORDER BY id) AS place FROM change_batch"
                        + " WHERE number IS NULL) f WHERE b.id = f.id");
                statement.executeUpdate(
                        "UPDATE change_number SET last = coalesce((SELECT max(number) FROM" + " change_batch), last)");
                connection.commit();
            } catch (SQLException failed) {
                connection.rollback();
                throw failed;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    /** Rows from a number on, as many as hold about a thousand things; empty when there is none. */
    static List<Batch> from(Connection connection, long number) throws SQLException {
        List<Batch> batches = new ArrayList<>();
        // The length of a stored value is known without reading it.
        try (PreparedStatement select = connection.prepareStatement("SELECT number, things FROM ("
                + "SELECT number, things, sum(length(things)) OVER (ORDER BY number) - length(things) AS before"
                + " FROM (SELECT number, things FROM change_batch WHERE number >= ? ORDER BY number LIMIT "
                + ROWS_AT_ONCE + ") b) c WHERE before < ? ORDER BY number")) {
            select.setLong(1, number);
            select.setLong(2, (long) THINGS_AT_ONCE * THING_BYTES);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    batches.add(new Batch(row.getLong(1), ChangedThings.unpack(row.getBytes(2))));
                }
            }
        }
        return batches;
    }

    /** Whether a reader can have come as far as this. */
    static boolean isGivenOut(Connection connection, ChangeCursor cursor) throws SQLException {
        List<Integer> things = Query.list(
                connection,
                "SELECT length(things) FROM change_batch WHERE number = ?",
                List.of(cursor.batch()),
                row -> row.getInt(1) / THING_BYTES);
        if (!things.isEmpty()) {
            return cursor.position() < things.get(0);
        }
        long last = Query.list(connection, "SELECT last FROM change_number", List.of(), row -> row.getLong(1))
                .get(0);
        return cursor.position() == 0 && cursor.batch() <= last + 1;
    }

    /** The number of the first row that changed at or after a moment; behind the last one when there is none. */
    static long firstSince(Connection connection, Instant moment) throws SQLException {
        return Query.list(
                        connection,
                        "SELECT coalesce((SELECT min(number) FROM change_batch WHERE changed_at >= ?),"
                                + " (SELECT last + 1 FROM change_number))",
                        List.of(moment.atOffset(ZoneOffset.UTC)),
                        row -> row.getLong(1))
                .get(0);
    }
}
