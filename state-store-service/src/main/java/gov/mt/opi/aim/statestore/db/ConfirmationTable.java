package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.statestore.Confirmations.Confirmed;
import gov.mt.opi.aim.statestore.Confirmations.Reading;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What lines confirmed: a row for each file of a batch, with its things and lines as arrays, because nearly all of a file that
 * is sent again is unchanged, and nobody asks for it unless an older file comes late.
 */
final class ConfirmationTable {

    private final Connection connection;

    ConfirmationTable(Connection connection) {
        this.connection = connection;
    }

    /** What files that are newer than these readings confirmed, of their districts. */
    List<Confirmed> find(List<Reading> readings) throws SQLException {
        ArrayColumns rows = new ArrayColumns("text", "timestamp", "bigint");
        for (Reading reading : readings) {
            rows.add(
                    reading.districtNumber(),
                    reading.oldest().headerTimestamp(),
                    reading.oldest().sequence());
        }
        List<Confirmed> found = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT c.district_number, c.header_timestamp, c.sequence, c.submission_id, c.things, c.lines FROM "
                        + rows.unnest() + " AS r(district_number, header_timestamp, sequence)"
                        + " JOIN confirmation c ON c.district_number = r.district_number"
                        + " AND (c.header_timestamp, c.sequence) >= (r.header_timestamp, r.sequence)")) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read(row, found);
                }
            }
        }
        Map<UUID, UUID> survivors = survivors(found);
        return survivors.isEmpty()
                ? found
                : found.stream()
                        .map(one -> new Confirmed(
                                survivors.getOrDefault(one.thing(), one.thing()), one.districtNumber(), one.source()))
                        .toList();
    }

    /** Whoever was confirmed and retired since is told of the survivor as long as the merge holds. */
    private Map<UUID, UUID> survivors(List<Confirmed> found) throws SQLException {
        ArrayColumns rows = ArrayColumns.of(found.stream().map(Confirmed::thing).collect(Collectors.toSet()));
        Map<UUID, UUID> survivors = new HashMap<>();
        if (rows.isEmpty()) {
            return survivors;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT s.student_key, s.retired_into FROM student s WHERE s.retired_into IS NOT NULL"
                        + " AND s.student_key = " + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    survivors.put(row.getObject(1, UUID.class), row.getObject(2, UUID.class));
                }
            }
        }
        return survivors;
    }

    private static void read(ResultSet row, List<Confirmed> found) throws SQLException {
        String district = row.getString(1);
        LocalDateTime header = row.getObject(2, LocalDateTime.class);
        long sequence = row.getLong(3);
        UUID submission = row.getObject(4, UUID.class);
        UUID[] things = (UUID[]) row.getArray(5).getArray();
        Integer[] lines = (Integer[]) row.getArray(6).getArray();
        for (int i = 0; i < things.length; i++) {
            found.add(new Confirmed(things[i], district, new SourceVersion(header, sequence, lines[i], submission)));
        }
    }

    void add(Collection<Confirmed> confirmed) throws SQLException {
        Map<UUID, List<Confirmed>> byFile = new LinkedHashMap<>();
        for (Confirmed one : confirmed) {
            byFile.computeIfAbsent(one.source().submissionId(), file -> new ArrayList<>())
                    .add(one);
        }
        if (byFile.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO confirmation (district_number,"
                + " header_timestamp, sequence, submission_id, things, lines) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (List<Confirmed> file : byFile.values()) {
                SourceVersion source = file.get(0).source();
                insert.setString(1, file.get(0).districtNumber());
                insert.setObject(2, source.headerTimestamp());
                insert.setLong(3, source.sequence());
                insert.setObject(4, source.submissionId());
                insert.setArray(
                        5,
                        connection.createArrayOf(
                                "uuid", file.stream().map(Confirmed::thing).toArray()));
                insert.setArray(
                        6,
                        connection.createArrayOf(
                                "integer",
                                file.stream().map(one -> one.source().line()).toArray()));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
