package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Set;
import java.util.UUID;

/** How writers tell every instance whose stays changed: one row a batch, numbered in the order of commits. */
final class CensusChanges {

    /** Rows that are kept; at 5,000 students each they say more than everything does. */
    private static final int KEPT = 500;

    /**
     * Writers take turns from here to their commit: a number that becomes visible before a smaller one would let a reader
     * miss the smaller one for ever.
     */
    private static final long TURN = 0x41494D_0002L;

    private CensusChanges() {}

    /** Some students changed. Call it last: from here to the commit all other writers wait. */
    static void tell(Connection transaction, Set<UUID> students) throws SQLException {
        if (!students.isEmpty()) {
            tell(transaction, insert -> ArrayColumns.of(students).bind(insert));
        }
    }

    /** Everything changed. */
    static void tellEverything(Connection transaction) throws SQLException {
        tell(transaction, insert -> insert.setNull(1, Types.OTHER));
    }

    /** Says whom a row names. */
    private interface Naming {
        void in(PreparedStatement insert) throws SQLException;
    }

    private static void tell(Connection transaction, Naming students) throws SQLException {
        try (PreparedStatement turn = transaction.prepareStatement("SELECT pg_advisory_xact_lock(?)")) {
            turn.setLong(1, TURN);
            turn.execute();
        }
        try (PreparedStatement insert = transaction.prepareStatement(
                "WITH told AS (INSERT INTO census_change (student_keys) VALUES (?::uuid[]) RETURNING change_id)"
                        + " DELETE FROM census_change WHERE change_id <= (SELECT change_id FROM told) - ?")) {
            students.in(insert);
            insert.setInt(2, KEPT);
            insert.executeUpdate();
        }
    }
}
