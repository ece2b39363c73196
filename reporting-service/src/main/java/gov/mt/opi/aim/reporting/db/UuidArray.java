package gov.mt.opi.aim.reporting.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.util.Collection;
import java.util.UUID;

/** Thousands of UUIDs as one parameter. The driver's arrays take each for a text that may need quotes. */
final class UuidArray {

    private static final int LENGTH = 37;

    private UuidArray() {}

    static void set(PreparedStatement statement, int parameter, Collection<UUID> values) throws SQLException {
        StringBuilder array = new StringBuilder(values.size() * LENGTH + 2).append('{');
        for (UUID value : values) {
            array.append(array.length() > 1 ? "," : "").append(value);
        }
        statement.setObject(parameter, array.append('}').toString(), Types.OTHER);
    }
}
