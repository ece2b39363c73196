package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.statestore.identity.CaseFile;
import gov.mt.opi.aim.statestore.identity.CaseFiles;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import javax.sql.DataSource;

/** What the database has of the children of a history, in the words of the model. */
final class WrittenView {

    private final DataSource database;
    private final CaseFiles cases;
    private final Cast cast;
    private final Map<UUID, String> files = new HashMap<>();

    WrittenView(DataSource database, CaseFiles cases, Cast cast) {
        this.database = database;
        this.cases = cases;
        this.cast = cast;
    }

    /** A file of the history. */
    void expect(UUID submissionId, long sequence) {
        files.put(submissionId, "file " + sequence);
    }

    boolean isOfTheHistory(UUID submissionId) {
        return files.containsKey(submissionId);
    }

    /** An enrollment in the view. */
    record Enrolled(UUID record, String student, Told.Key key) {}

    /** In an order that a seed repeats: keys are new every time. */
    List<Enrolled> enrollments() throws SQLException {
        return read(
                "SELECT s.state_id, e.* FROM enrollment e JOIN student s USING (student_key)"
                        + " WHERE s.last_name = ANY (?)"
                        + " ORDER BY s.state_id, e.district_number, e.school_number, e.start_date",
                cast.lastNames(),
                row -> new Enrolled(row.getObject("record_key", UUID.class), row.getString("state_id"), key(row)));
    }

    List<String> view() throws SQLException {
        List<String> view = new ArrayList<>();
        view.addAll(students());
        view.addAll(names());
        view.addAll(localIds());
        view.addAll(enrollmentsInWords());
        view.addAll(waiting());
        return view.stream().sorted().toList();
    }

    private List<String> students() throws SQLException {
        return read(
                "SELECT s.*, o.state_id AS survivor FROM student s LEFT JOIN student o ON o.student_key = s.retired_into"
                        + " WHERE s.last_name = ANY (?)",
                cast.lastNames(),
                row -> row.getString("survivor") == null
                        ? KnownIdentities.isInWords(row.getString("state_id"), spelling(row))
                        : KnownIdentities.leadsInWords(row.getString("state_id"), row.getString("survivor")));
    }

    private List<String> names() throws SQLException {
        return read(
                "SELECT n.*, s.state_id FROM student_name n JOIN student s USING (student_key)"
                        + " WHERE n.last_name = ANY (?)",
                cast.lastNames(),
                row -> KnownIdentities.nameInWords(
                        row.getString("state_id"),
                        spelling(row),
                        Told.name(row.getLong("sequence"), row.getInt("line"))));
    }

    private List<String> localIds() throws SQLException {
        return read(
                "SELECT l.*, s.state_id FROM local_id l JOIN student s USING (student_key) WHERE s.last_name = ANY (?)",
                cast.lastNames(),
                row -> KnownIdentities.numberInWords(
                        row.getString("state_id"),
                        new ChildLine.Number(row.getString("district_number"), row.getString("normal_local_id"))));
    }

    private List<String> enrollmentsInWords() throws SQLException {
        return read(
                "SELECT s.state_id, e.* FROM enrollment e JOIN student s USING (student_key)"
                        + " WHERE s.last_name = ANY (?)",
                cast.lastNames(),
                row -> EnrollmentModel.inWords(
                        row.getString("state_id"),
                        key(row),
                        row.getString("service_type"),
                        Optional.ofNullable(row.getString("end_date")).orElse(Told.OPEN),
                        Optional.ofNullable(row.getString("local_id")).orElse("")));
    }

    private static Told.Key key(ResultSet row) throws SQLException {
        return new Told.Key(
                row.getString("district_number"), row.getString("school_number"), row.getString("start_date"));
    }

    /** Lines that wait for another district name their student; about the others there is an open case. */
    private List<String> waiting() throws SQLException {
        Map<String, UUID> asked = openCases();
        List<String> waiting = read(
                "SELECT h.*, s.state_id AS student FROM held_record h LEFT JOIN student s USING (student_key)"
                        + " WHERE h.submission_id = ANY (?)",
                files.keySet(),
                row -> row.getString("record_type").equals("EN")
                        ? EnrollmentModel.waitingInWords(line(row), row.getString("rule_id"), row.getString("student"))
                        : IdentityModel.waitingInWords(
                                line(row),
                                row.getString("rule_id"),
                                Optional.ofNullable(asked.remove(line(row))).map(this::candidates)));
        asked.keySet().forEach(line -> waiting.add(line + " does not wait, and there is an open case about it"));
        return waiting;
    }

    private List<String> candidates(UUID asked) {
        return cases.find(asked).orElseThrow().candidates().stream()
                .map(CaseFile.Candidate::stateId)
                .sorted()
                .toList();
    }

    /** The open cases about lines of the history. */
    private Map<String, UUID> openCases() throws SQLException {
        Map<String, UUID> open = new TreeMap<>();
        read(
                "SELECT * FROM identity_case WHERE decided_at IS NULL AND submission_id = ANY (?)",
                files.keySet(),
                row -> open.put(line(row), row.getObject("case_id", UUID.class)));
        return open;
    }

    private String line(ResultSet row) throws SQLException {
        return files.get(row.getObject("submission_id", UUID.class)) + ", line " + row.getInt("line");
    }

    UUID caseOf(String line) throws SQLException {
        return Optional.ofNullable(openCases().get(line))
                .orElseThrow(() -> new AssertionError("there is no open case about " + line));
    }

    /** Two students of whom a steward is asked whether they are one. */
    record OpenPair(UUID id, List<String> students) {}

    /** In an order that a seed repeats. */
    List<OpenPair> openPairs(List<String> stateIds) throws SQLException {
        return read(
                "SELECT c.case_id, s.state_id AS one, o.state_id AS other FROM identity_case c"
                        + " JOIN student s ON s.student_key = c.student_key JOIN student o ON o.student_key = c.other_key"
                        + " WHERE c.decided_at IS NULL AND s.state_id = ANY (?) ORDER BY one, other",
                stateIds,
                row -> new OpenPair(
                        row.getObject("case_id", UUID.class), List.of(row.getString("one"), row.getString("other"))));
    }

    /** How many lines of each file ended how, as the ledger has it. */
    Map<String, Map<String, Long>> counts() throws SQLException {
        Map<String, Map<String, Long>> counts = new TreeMap<>();
        read("SELECT * FROM line_outcome WHERE submission_id = ANY (?)", files.keySet(), row -> {
            Map<String, Long> ofFile = counts.computeIfAbsent(
                    files.get(row.getObject("submission_id", UUID.class)), file -> new TreeMap<>());
            for (byte code : row.getBytes("outcomes")) {
                if (code > 0) {
                    ofFile.merge(Outcome.values()[code - 1].name(), 1L, Long::sum);
                }
            }
            return ofFile;
        });
        return counts;
    }

    private static Spelling spelling(ResultSet row) throws SQLException {
        return new Spelling(
                row.getString("last_name"),
                row.getString("first_name"),
                row.getString("birth_date"),
                row.getString("gender"));
    }

    /** Reads one row. */
    private interface Row<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> List<T> read(String query, Iterable<?> ofWhich, Row<T> reading) throws SQLException {
        Set<Object> which = new HashSet<>();
        ofWhich.forEach(which::add);
        boolean uuids = which.stream().anyMatch(UUID.class::isInstance);
        try (Connection connection = database.getConnection();
                PreparedStatement select = connection.prepareStatement(query)) {
            select.setArray(1, connection.createArrayOf(uuids ? "uuid" : "text", which.toArray()));
            List<T> read = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    read.add(reading.read(row));
                }
            }
            return read;
        }
    }
}
