package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.file.StudentFile;
import gov.mt.opi.aim.statestore.student.file.StudentFiles;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;

/** Students' files from PostgreSQL, every look-up by an index. */
public final class JdbcStudentFiles implements StudentFiles {

    /** Whether a district (twice a parameter) knows student s. */
    static final String OF_DISTRICT =
            "(EXISTS (SELECT 1 FROM local_id l WHERE l.student_key = s.student_key AND l.district_number = ?)"
                    + " OR EXISTS (SELECT 1 FROM enrollment e WHERE e.student_key = s.student_key"
                    + " AND e.district_number = ?))";

    /** The student of a State ID (a parameter); of a retired one the survivor. */
    private static final String ASKED =
            "(SELECT COALESCE(a.retired_into, a.student_key) FROM student a WHERE a.state_id = ?)";

    /** The records of a student in the order in which they are read, each kind with its own order. */
    private static final Map<RecordKind, String> RECORDS = new EnumMap<>(Map.of(
            RecordKind.ENROLLMENT, "start_date, district_number, school_number",
            RecordKind.PROGRAM_PARTICIPATION, "school_year, district_number",
            RecordKind.TEST_WINDOW_ATTENDANCE, "school_year, district_number"));

    private final DataSource database;

    public JdbcStudentFiles(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<StudentFile> find(String stateId, Optional<String> onlyDistrict) {
        List<String> whom = new ArrayList<>(List.of(stateId));
        onlyDistrict.ifPresent(district -> whom.addAll(List.of(district, district)));
        Query.OneMoment moment = new Query.OneMoment();
        Query.Question<StudentFile.Entry> entry = moment.question(
                "SELECT s.* FROM student s WHERE s.student_key = " + ASKED
                        + (onlyDistrict.isPresent() ? " AND " + OF_DISTRICT : ""),
                whom,
                JdbcStudentFiles::entry);
        Query.Question<StudentFile.Name> names = moment.question(
                "SELECT * FROM student_name WHERE student_key = " + ASKED
                        + " ORDER BY header_timestamp, sequence, line",
                List.of(stateId),
                JdbcStudentFiles::name);
        Query.Question<StudentFile.LocalIdEntry> localIds = moment.question(
                "SELECT * FROM local_id WHERE student_key = " + ASKED + " ORDER BY district_number, normal_local_id",
                List.of(stateId),
                JdbcStudentFiles::localId);
        Map<RecordKind, Query.Question<StudentFile.RecordEntry>> records = new EnumMap<>(RecordKind.class);
        RECORDS.forEach((kind, order) -> records.put(
                kind,
                moment.question(
                        "SELECT * FROM " + RecordTable.of(kind).name() + " WHERE student_key = " + ASKED + " ORDER BY "
                                + order,
                        List.of(stateId),
                        row -> record(RecordTable.of(kind), row))));
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                moment.ask(connection);
            }
            return entry.answer().stream()
                    .findFirst()
                    .map(found -> new StudentFile(
                            found,
                            Optional.of(stateId).filter(asked -> !asked.equals(found.stateId())),
                            names.answer(),
                            localIds.answer(),
                            records.get(RecordKind.ENROLLMENT).answer(),
                            records.get(RecordKind.PROGRAM_PARTICIPATION).answer(),
                            records.get(RecordKind.TEST_WINDOW_ATTENDANCE).answer()));
        });
    }

    @Override
    public List<StudentFile.Entry> search(Search search, long offset, int limit) {
        return rethrown(() -> {
            List<Object> parameters = new ArrayList<>();
            String where = where(search, parameters);
            parameters.add(limit);
            parameters.add(offset);
            try (Connection connection = database.getConnection()) {
                return Query.list(
                        connection,
                        "SELECT s.* FROM student s" + where + " ORDER BY s.state_id LIMIT ? OFFSET ?",
                        parameters,
                        JdbcStudentFiles::entry);
            }
        });
    }

    @Override
    public long count(Search search) {
        return rethrown(() -> {
            List<Object> parameters = new ArrayList<>();
            String where = where(search, parameters);
            try (Connection connection = database.getConnection()) {
                return Query.list(
                                connection, "SELECT count(*) FROM student s" + where, parameters, row -> row.getLong(1))
                        .get(0);
            }
        });
    }

    private static String where(Search search, List<Object> parameters) {
        List<String> conditions = new ArrayList<>(List.of("s.retired_into IS NULL"));
        search.districtNumber().ifPresent(district -> {
            conditions.add(OF_DISTRICT);
            parameters.addAll(List.of(district, district));
        });
        search.localId().ifPresent(localId -> {
            conditions.add("EXISTS (SELECT 1 FROM local_id l WHERE l.student_key = s.student_key"
                    + " AND l.normal_local_id = ?"
                    + (search.districtNumber().isPresent() ? " AND l.district_number = ?" : "") + ")");
            parameters.add(LocalId.of("", localId).normal());
            search.districtNumber().ifPresent(parameters::add);
        });
        search.lastName().ifPresent(lastName -> {
            conditions.add("s.student_key IN (SELECT n.student_key FROM student_name n"
                    + " WHERE n.last_sound = ? AND n.normal_last_name = ?)");
            String compared = Demographics.normalLastName(lastName);
            parameters.addAll(List.of(Demographics.soundOf(compared), compared));
        });
        search.birthDate().ifPresent(birthDate -> {
            conditions.add("s.student_key IN (SELECT n.student_key FROM student_name n WHERE n.birth_date = ?)");
            parameters.add(birthDate);
        });
        return " WHERE " + String.join(" AND ", conditions);
    }

    private static StudentFile.LocalIdEntry localId(ResultSet row) throws SQLException {
        return new StudentFile.LocalIdEntry(row.getString("district_number"), row.getString("local_id"), source(row));
    }

    private static StudentFile.RecordEntry record(RecordTable table, ResultSet row) throws SQLException {
        return new StudentFile.RecordEntry(
                row.getObject("record_key", UUID.class),
                table.fields(row),
                row.getLong("version"),
                changedAt(row),
                source(row));
    }

    private static StudentFile.Entry entry(ResultSet row) throws SQLException {
        return new StudentFile.Entry(
                row.getObject("student_key", UUID.class),
                row.getString("state_id"),
                row.getString("district_number"),
                row.getString("local_id"),
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("middle_name"),
                row.getString("suffix"),
                row.getString("gender"),
                row.getObject("birth_date", LocalDate.class),
                row.getString("race_ethnicity"),
                row.getLong("version"),
                changedAt(row),
                source(row));
    }

    private static StudentFile.Name name(ResultSet row) throws SQLException {
        LocalDateTime effective = row.getObject("header_timestamp", LocalDateTime.class);
        return new StudentFile.Name(
                effective.toLocalDate(),
                effective,
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("middle_name"),
                row.getString("suffix"),
                row.getString("gender"),
                row.getObject("birth_date", LocalDate.class),
                source(row));
    }

    private static Instant changedAt(ResultSet row) throws SQLException {
        return row.getObject("changed_at", OffsetDateTime.class).toInstant();
    }

    private static Source source(ResultSet row) throws SQLException {
        return new Source(row.getObject("submission_id", UUID.class), row.getInt("line"));
    }
}
