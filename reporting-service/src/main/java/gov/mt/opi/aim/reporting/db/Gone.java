package gov.mt.opi.aim.reporting.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Things that a tombstone took away. */
final class Gone {

    private static final String BETWEEN = "SELECT thing_key, version FROM gone WHERE thing_key BETWEEN ? AND ?";

    private Gone() {}

    /**
     * Which things went whose keys are not outside of some keys, and the versions they had. Keys of new things were made
     * one after the other, so this is one short piece of the index, where asking for each would be thousands.
     */
    static Map<UUID, Long> among(Connection transaction, Collection<UUID> keys) throws SQLException {
        UUID least = keys.iterator().next();
        UUID greatest = least;
        for (UUID key : keys) {
            least = isBefore(key, least) ? key : least;
            greatest = isBefore(greatest, key) ? key : greatest;
        }
        Map<UUID, Long> gone = new HashMap<>();
        try (PreparedStatement statement = transaction.prepareStatement(BETWEEN)) {
            statement.setObject(1, least);
            statement.setObject(2, greatest);
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    gone.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
        }
        return gone;
    }

    /** The order that the database has: byte by byte, without a sign. */
    private static boolean isBefore(UUID one, UUID other) {
        int upper = Long.compareUnsigned(one.getMostSignificantBits(), other.getMostSignificantBits());
        return upper < 0
                || upper == 0
                        && Long.compareUnsigned(one.getLeastSignificantBits(), other.getLeastSignificantBits()) < 0;
    }
}
