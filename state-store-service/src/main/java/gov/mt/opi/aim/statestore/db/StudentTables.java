package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
import gov.mt.opi.aim.chassis.db.ColumnType;
import gov.mt.opi.aim.chassis.db.CopyRows;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.Student;
import gov.mt.opi.aim.statestore.student.StudentChanges;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;

/** Writes students, their names and their local IDs; reading is in {@link StudentQueries}. */
final class StudentTables {

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Birth dates share this many locks: enough that two files seldom wait for each other. */
    private static final int IDENTITY_LOCKS = 1024;

    /** Locks belong to the whole database, which services may share: the letters STID keep these apart. */
    private static final int IDENTITY_LOCK_CLASS = 0x53544944;

    private static final List<ColumnType> CURRENT_TYPES = ColumnType.list(
            "uuid",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "text",
            "date",
            "text",
            "bigint",
            "timestamptz",
            "timestamp",
            "bigint",
            "integer",
            "uuid");
    private static final String CURRENT_COLUMNS =
            "student_key, state_id, district_number, local_id, last_name, first_name, middle_name, suffix, gender,"
                    + " birth_date, race_ethnicity, version, changed_at, header_timestamp, sequence, line, submission_id";

    private static final String NAME_COLUMNS =
            "student_key, header_timestamp, sequence, line, submission_id, last_name, first_name, middle_name, suffix,"
                    + " gender, birth_date, normal_last_name, normal_first_name, last_sound";
    private static final List<ColumnType> NAME_TYPES = ColumnType.list(
            "uuid",
            "timestamp",
            "bigint",
            "integer",
            "uuid",
            "text",
            "text",
            "text",
            "text",
            "text",
            "date",
            "text",
            "text",
            "text");

    private static final String LOCAL_ID_COLUMNS =
            "district_number, normal_local_id, local_id, student_key, submission_id, line";
    private static final List<ColumnType> LOCAL_ID_TYPES =
            ColumnType.list("text", "text", "text", "uuid", "uuid", "integer");

    private static final List<ColumnType> SENDER_TYPES = ColumnType.list("uuid", "text");

    private final Connection connection;
    private final Instant now;

    StudentTables(Connection connection, Instant now) {
        this.connection = connection;
        this.now = now;
    }

    /** Locks in one order, whoever locks, so that nobody waits in a circle. */
    void lock(Collection<Demographics> children) throws SQLException {
        TreeSet<Integer> locks = new TreeSet<>();
        children.forEach(child -> locks.add(Math.floorMod(child.birthDate().toEpochDay(), IDENTITY_LOCKS)));
        ArrayColumns rows = new ArrayColumns("integer");
        locks.forEach(rows::add);
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement lock = connection.prepareStatement("SELECT pg_advisory_xact_lock("
                + IDENTITY_LOCK_CLASS + ", r.lock) FROM (SELECT lock FROM " + rows.unnest()
                + " AS r(lock) ORDER BY 1) r")) {
            rows.bind(lock);
            lock.executeQuery().close();
        }
    }

    Map<String, UUID> keys(Set<String> stateIds) throws SQLException {
        ArrayColumns rows = new ArrayColumns("text");
        stateIds.forEach(rows::add);
        Map<String, UUID> keys = new HashMap<>();
        if (rows.isEmpty()) {
            return keys;
        }
        try (PreparedStatement select = connection.prepareStatement(
                "SELECT s.state_id, s.student_key FROM student s WHERE s.state_id = " + rows.any())) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    keys.put(row.getString(1), row.getObject(2, UUID.class));
                }
            }
        }
        return keys;
    }

    List<String> newStateIds(int count) throws SQLException {
        Set<String> free = new LinkedHashSet<>();
        while (free.size() < count) {
            Set<String> drawn = new LinkedHashSet<>();
            while (drawn.size() < count - free.size()) {
                drawn.add(String.valueOf(100_000_000 + RANDOM.nextInt(900_000_000)));
            }
            drawn.removeAll(keys(drawn).keySet());
            free.addAll(drawn);
        }
        return List.copyOf(free);
    }

    void save(StudentChanges changes) throws SQLException {
        if (changes.isEmpty()) {
            return;
        }
        saveStudents(changes.students());
        saveNames(changes.names());
        saveLocalIds(changes.localIds());
        saveSenders(changes.senders());
        new CaseTable(connection, now).ask(changes.questions());
    }

    /** Copies new students in and replaces the rows of changed ones. */
    private void saveStudents(Collection<StudentChanges.Current> students) throws SQLException {
        List<Object[]> added = new ArrayList<>(students.size());
        ArrayColumns changed =
                new ArrayColumns(CURRENT_TYPES.stream().map(ColumnType::sql).toList());
        for (StudentChanges.Current current : students) {
            if (current.isNew()) {
                added.add(row(current));
            } else {
                changed.add(row(current));
            }
        }
        copy("student", CURRENT_COLUMNS, CURRENT_TYPES, added, row -> row);
        if (changed.isEmpty()) {
            return;
        }
        try (PreparedStatement update =
                connection.prepareStatement("UPDATE student s SET (" + CURRENT_COLUMNS + ") = ROW(r.*) FROM "
                        + changed.unnest() + " AS r(" + CURRENT_COLUMNS + ") WHERE s.student_key = r.student_key")) {
            changed.bind(update);
            update.executeUpdate();
        }
    }

    private Object[] row(StudentChanges.Current current) {
        Student student = current.student();
        Demographics is = student.current();
        return new Object[] {
            student.key(),
            student.stateId(),
            student.districtNumber(),
            blankAsNull(current.localId()),
            is.lastName(),
            is.firstName(),
            blankAsNull(is.middleName()),
            blankAsNull(is.suffix()),
            is.gender(),
            is.birthDate(),
            is.raceEthnicity(),
            student.version(),
            now,
            student.source().headerTimestamp(),
            student.source().sequence(),
            student.source().line(),
            student.source().submissionId()
        };
    }

    void saveNames(List<StudentChanges.NameUsed> names) throws SQLException {
        copy("student_name", NAME_COLUMNS, NAME_TYPES, names, used -> new Object[] {
            used.studentKey(),
            used.source().headerTimestamp(),
            used.source().sequence(),
            used.source().line(),
            used.source().submissionId(),
            used.name().lastName(),
            used.name().firstName(),
            blankAsNull(used.name().middleName()),
            blankAsNull(used.name().suffix()),
            used.name().gender(),
            used.name().birthDate(),
            used.name().normalLast(),
            used.name().normalFirst(),
            used.name().lastSound()
        });
    }

    private void saveLocalIds(List<StudentChanges.LocalIdUsed> localIds) throws SQLException {
        copy("local_id", LOCAL_ID_COLUMNS, LOCAL_ID_TYPES, localIds, used -> new Object[] {
            used.localId().districtNumber(),
            used.localId().normal(),
            used.written(),
            used.studentKey(),
            used.source().submissionId(),
            used.source().line()
        });
    }

    private void saveSenders(List<StudentChanges.SentBy> senders) throws SQLException {
        copy("student_sender", "student_key, district_number", SENDER_TYPES, senders, sender ->
                new Object[] {sender.studentKey(), sender.districtNumber()});
    }

    private <T> void copy(
            String table, String columns, List<ColumnType> types, Collection<T> added, Function<T, Object[]> row)
            throws SQLException {
        if (added.isEmpty()) {
            return;
        }
        try (CopyRows rows = new CopyRows(connection, table, columns)) {
            for (T one : added) {
                rows.add(types, row.apply(one));
            }
            rows.end();
        }
    }

    private static String blankAsNull(String text) {
        return text.isEmpty() ? null : text;
    }
}
