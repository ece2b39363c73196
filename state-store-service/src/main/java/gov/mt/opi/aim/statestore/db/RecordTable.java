package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.db.ColumnType;
import gov.mt.opi.aim.chassis.db.CopyRows;
import gov.mt.opi.aim.contracts.layout.Format;
import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The table of one kind of record; columns and statements follow from the kind's layout. */
final class RecordTable {

    private static final List<String> ENVELOPE =
            List.of("content_hash", "version", "changed_at", "header_timestamp", "sequence", "line", "submission_id");
    private static final List<ColumnType> ENVELOPE_TYPES = List.of(
            ColumnType.UUID,
            ColumnType.BIGINT,
            ColumnType.TIMESTAMPTZ,
            ColumnType.TIMESTAMP,
            ColumnType.BIGINT,
            ColumnType.INTEGER,
            ColumnType.UUID);
    private static final Map<RecordKind, RecordTable> TABLES =
            Arrays.stream(RecordKind.values()).collect(Collectors.toUnmodifiableMap(kind -> kind, RecordTable::new));

    /** What rules look at beside the natural key. */
    private static final Map<RecordKind, String> FACTS = Map.of(
            RecordKind.ENROLLMENT, ", t.service_type, t.start_status, t.end_status, t.end_date",
            RecordKind.PROGRAM_PARTICIPATION, ", t.sped_status",
            RecordKind.TEST_WINDOW_ATTENDANCE, "");

    private static final long FIRST_VERSION = 1;

    private final RecordKind kind;
    private final String name;
    private final List<String> columns;
    private final List<ColumnType> types;
    private final String upsert;

    private RecordTable(RecordKind kind) {
        this.kind = kind;
        this.name = kind.name().toLowerCase(Locale.ROOT);
        List<String> data = kind.properties().stream().map(RecordTable::column).toList();
        this.columns = Stream.of(List.of("record_key", "student_key"), data, ENVELOPE)
                .flatMap(List::stream)
                .toList();
        this.types = Stream.of(
                        List.of(ColumnType.UUID, ColumnType.UUID),
                        kind.formats().stream().map(RecordTable::type).toList(),
                        ENVELOPE_TYPES)
                .flatMap(List::stream)
                .toList();
        this.upsert = "INSERT INTO " + name + " (" + String.join(", ", columns) + ") SELECT * FROM "
                + columnsOfChanged().unnest() + " ON CONFLICT (record_key) DO UPDATE SET "
                + Stream.concat(data.stream(), ENVELOPE.stream())
                        .map(column -> column + " = EXCLUDED." + column)
                        .collect(Collectors.joining(", "));
    }

    static RecordTable of(RecordKind kind) {
        return TABLES.get(kind);
    }

    String name() {
        return name;
    }

    /** What the students have, as far as decisions need it: keys, what rules look at, hash, source. */
    Map<UUID, List<StoredRecord>> find(Connection connection, Set<UUID> studentKeys) throws SQLException {
        Map<UUID, List<StoredRecord>> found = new HashMap<>();
        ArrayColumns rows = ArrayColumns.of(studentKeys);
        if (rows.isEmpty()) {
            return found;
        }
        try (PreparedStatement select =
                connection.prepareStatement(select() + " WHERE t.student_key = " + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    StoredRecord record = stored(row);
                    found.computeIfAbsent(record.studentKey(), student -> new ArrayList<>())
                            .add(record);
                }
            }
        }
        return found;
    }

    /** A record by its key. */
    Optional<StoredRecord> find(Connection connection, UUID key) throws SQLException {
        return Query.list(connection, select() + " WHERE t.record_key = ?", List.of(key), this::stored).stream()
                .findFirst();
    }

    private String select() {
        String keyColumns =
                kind.naturalKey().stream().map(column -> "t." + column(column)).collect(Collectors.joining(", "));
        return "SELECT t.record_key, t.student_key, t.content_hash, t.version, t.header_timestamp, t.sequence, t.line,"
                + " t.submission_id, " + keyColumns + FACTS.get(kind) + " FROM " + name + " t";
    }

    void delete(Connection connection, UUID key) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement("DELETE FROM " + name + " WHERE record_key = ?")) {
            delete.setObject(1, key);
            delete.executeUpdate();
        }
    }

    /** Locks records that have these versions still; if one has not, everything starts anew. */
    void claim(Connection connection, Map<UUID, Long> versions) throws SQLException {
        ArrayColumns rows = new ArrayColumns("uuid", "bigint");
        versions.forEach(rows::add);
        // In one order, so that two transactions seldom wait for each other.
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT t.record_key FROM " + rows.unnest()
                        + " AS r(record_key, version) JOIN " + name
                        + " t ON t.record_key = r.record_key AND t.version = r.version ORDER BY t.record_key FOR UPDATE OF t")) {
            rows.bind(select);
            int found = 0;
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found++;
                }
            }
            if (found < versions.size()) {
                throw ViewFailure.changedMeanwhile();
            }
        }
    }

    /** Copies new records in and replaces changed ones. */
    void save(Connection connection, List<StoredRecord> records, Instant now) throws SQLException {
        List<StoredRecord> added = new ArrayList<>(records.size());
        ArrayColumns changed = columnsOfChanged();
        for (StoredRecord record : records) {
            if (record.version() == FIRST_VERSION) {
                added.add(record);
            } else {
                changed.add(row(record, now));
            }
        }
        if (!changed.isEmpty()) {
            try (PreparedStatement statement = connection.prepareStatement(upsert)) {
                changed.bind(statement);
                statement.executeUpdate();
            }
        }
        if (!added.isEmpty()) {
            try (CopyRows rows = new CopyRows(connection, name, String.join(", ", columns))) {
                for (StoredRecord record : added) {
                    rows.add(types, row(record, now));
                }
                rows.end();
            }
        }
    }

    private ArrayColumns columnsOfChanged() {
        return new ArrayColumns(types.stream().map(ColumnType::sql).toList());
    }

    private Object[] row(StoredRecord record, Instant now) {
        Object[] row = new Object[columns.size()];
        int i = 0;
        row[i++] = record.key();
        row[i++] = record.studentKey();
        for (String property : kind.properties()) {
            row[i++] = record.fields().get(property);
        }
        SourceVersion source = record.source();
        row[i++] = record.contentHash();
        row[i++] = record.version();
        row[i++] = now;
        row[i++] = source.headerTimestamp();
        row[i++] = source.sequence();
        row[i++] = source.line();
        row[i] = source.submissionId();
        return row;
    }

    /** A row's fields by property, blank ones left out; dates as ISO text. */
    Map<String, Object> fields(ResultSet row) throws SQLException {
        Map<String, Object> fields = new LinkedHashMap<>();
        for (int i = 0; i < kind.properties().size(); i++) {
            String column = column(kind.properties().get(i));
            Object value =
                    switch (kind.formats().get(i)) {
                        case YEAR -> row.getObject(column, Integer.class);
                        case PORTION -> row.getBigDecimal(column);
                        case DATE -> row.getObject(column, LocalDate.class);
                        default -> row.getString(column);
                    };
            if (value != null) {
                fields.put(kind.properties().get(i), value);
            }
        }
        return fields;
    }

    /** A row with all its fields. */
    StoredRecord whole(ResultSet row) throws SQLException {
        StoredRecord stored = stored(row);
        return new StoredRecord(
                stored.key(),
                stored.studentKey(),
                stored.naturalKey(),
                stored.enrollment(),
                fields(row),
                stored.contentHash(),
                stored.version(),
                stored.source());
    }

    private StoredRecord stored(ResultSet row) throws SQLException {
        List<String> naturalKey = new ArrayList<>(kind.naturalKey().size());
        for (String property : kind.naturalKey()) {
            naturalKey.add(row.getString(column(property)));
        }
        return new StoredRecord(
                row.getObject("record_key", UUID.class),
                row.getObject("student_key", UUID.class),
                naturalKey,
                kind == RecordKind.ENROLLMENT ? Optional.of(enrollment(naturalKey, row)) : Optional.empty(),
                kind == RecordKind.PROGRAM_PARTICIPATION
                        ? Map.of(RecordKind.SPED_STATUS, row.getString("sped_status"))
                        : Map.of(),
                row.getObject("content_hash", UUID.class),
                row.getLong("version"),
                new SourceVersion(
                        row.getObject("header_timestamp", LocalDateTime.class),
                        row.getLong("sequence"),
                        row.getInt("line"),
                        row.getObject("submission_id", UUID.class)));
    }

    private static Enrollment enrollment(List<String> naturalKey, ResultSet row) throws SQLException {
        LocalDate end = row.getObject("end_date", LocalDate.class);
        String endStatus = row.getString("end_status");
        return new Enrollment(
                naturalKey.get(0),
                naturalKey.get(1),
                naturalKey.get(2),
                naturalKey.get(3),
                row.getString("service_type"),
                row.getString("start_status"),
                row.getObject("start_date", LocalDate.class),
                endStatus == null ? "" : endStatus,
                end == null ? LocalDate.MAX : end);
    }

    /** {@code titleIReading} becomes {@code title_i_reading}; a column named year would be a keyword. */
    static String column(String property) {
        if (property.equals(RecordKind.YEAR)) {
            return "school_year";
        }
        StringBuilder column = new StringBuilder(property.length() + 8);
        for (int i = 0; i < property.length(); i++) {
            char c = property.charAt(i);
            boolean newWord = Character.isUpperCase(c)
                    && !(Character.isUpperCase(property.charAt(i - 1))
                            && (i + 1 == property.length() || Character.isUpperCase(property.charAt(i + 1))));
            if (newWord) {
                column.append('_');
            }
            column.append(Character.toLowerCase(c));
        }
        return column.toString();
    }

    private static ColumnType type(Format format) {
        return switch (format) {
            case YEAR -> ColumnType.INTEGER;
            case DATE -> ColumnType.DATE;
            case PORTION -> ColumnType.NUMERIC;
            default -> ColumnType.TEXT;
        };
    }
}
