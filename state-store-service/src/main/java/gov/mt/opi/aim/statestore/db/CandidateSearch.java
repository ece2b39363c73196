package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.statestore.student.Candidates;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.Lookups;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Finds whom children may be: the {@link Lookups}, each once for the whole batch and each by an index of
 * {@code student_name} that leads to a handful of rows, however many students there are. Rows that do not resemble their
 * child enough go no further, so that students are fetched whole only for the few children who have a candidate.
 */
final class CandidateSearch {

    private static final String IDENTITY =
            "SELECT r.child, n.student_key, n.last_name, n.first_name, n.middle_name, n.suffix, n.gender, n.birth_date FROM ";

    private static final int HUNDRED = 100;

    /** As the index has it. */
    private static final String MONTH_AND_DAY =
            "(date_part('month', n.birth_date) * 100 + date_part('day', n.birth_date))::integer";

    private final Connection connection;

    CandidateSearch(Connection connection) {
        this.connection = connection;
    }

    /** Keys of the students who resemble one of the children enough. */
    Set<UUID> find(List<Demographics> children) throws SQLException {
        Candidates candidates = new Candidates(children);
        if (!children.isEmpty()) {
            byBirthDateAndFirstName(children, candidates);
            byBirthDateAndInitials(children, candidates);
            byNames(children, candidates);
            bySoundAndYear(children, candidates);
            bySoundAndBirthDate(children, candidates);
        }
        return candidates.found();
    }

    private void byBirthDateAndFirstName(List<Demographics> children, Candidates candidates) throws SQLException {
        Columns rows = new Columns("integer", "date", "text");
        for (int i = 0; i < children.size(); i++) {
            for (LocalDate date : Lookups.dates(children.get(i))) {
                rows.add(i, date, children.get(i).normalFirst());
            }
        }
        search(
                rows,
                "(child, birth_date, first) JOIN student_name n"
                        + " ON n.birth_date = r.birth_date AND n.normal_first_name = r.first",
                candidates);
    }

    private void byBirthDateAndInitials(List<Demographics> children, Candidates candidates) throws SQLException {
        Columns rows = new Columns("integer", "date", "text", "text");
        for (int i = 0; i < children.size(); i++) {
            String first = Lookups.initial(children.get(i).normalFirst());
            String last = Lookups.initial(children.get(i).normalLast());
            for (LocalDate date : Lookups.dates(children.get(i))) {
                rows.add(i, date, first, last);
            }
        }
        // From a letter to the letter with the greatest character behind it: all names that begin with the letter.
        search(
                rows,
                "(child, birth_date, first, last) JOIN student_name n ON n.birth_date = r.birth_date"
                        + " AND n.normal_first_name >= r.first AND n.normal_first_name <= r.first || U&'\\+10FFFF'"
                        + " AND left(n.normal_last_name, 1) = r.last",
                candidates);
    }

    private void byNames(List<Demographics> children, Candidates candidates) throws SQLException {
        Columns rows = new Columns("integer", "text", "text", "integer");
        for (int i = 0; i < children.size(); i++) {
            Demographics child = children.get(i);
            rows.add(i, child.normalLast(), child.normalFirst(), monthAndDay(child.birthDate()));
        }
        search(
                rows,
                "(child, last, first, month_day) JOIN student_name n ON n.normal_last_name = r.last"
                        + " AND n.normal_first_name = r.first AND " + MONTH_AND_DAY + " = r.month_day",
                candidates);
    }

    /** Of those born in the same year only near birth dates count: the same month, the same day, or both swapped. */
    private void bySoundAndYear(List<Demographics> children, Candidates candidates) throws SQLException {
        Columns rows = new Columns("integer", "text", "text", "date", "date", "integer", "integer");
        for (int i = 0; i < children.size(); i++) {
            Demographics child = children.get(i);
            if (!child.lastSound().isEmpty()) {
                LocalDate birth = child.birthDate();
                rows.add(
                        i,
                        child.lastSound(),
                        Lookups.initial(child.normalFirst()),
                        LocalDate.of(birth.getYear(), 1, 1),
                        LocalDate.of(birth.getYear(), 12, 31),
                        birth.getMonthValue(),
                        birth.getDayOfMonth());
            }
        }
        search(
                rows,
                "(child, sound, first, year_begin, year_end, month, day) JOIN student_name n ON n.last_sound = r.sound"
                        + " AND left(n.normal_first_name, 1) = r.first"
                        + " AND n.birth_date BETWEEN r.year_begin AND r.year_end"
                        + " AND (" + MONTH_AND_DAY + " / 100 = r.month OR " + MONTH_AND_DAY + " % 100 = r.day"
                        + " OR " + MONTH_AND_DAY + " = r.day * 100 + r.month)",
                candidates);
    }

    private static int monthAndDay(LocalDate date) {
        return date.getMonthValue() * HUNDRED + date.getDayOfMonth();
    }

    private void bySoundAndBirthDate(List<Demographics> children, Candidates candidates) throws SQLException {
        Columns rows = new Columns("integer", "text", "text", "date");
        for (int i = 0; i < children.size(); i++) {
            String sound = children.get(i).lastSound();
            if (!sound.isEmpty()) {
                for (String initial : Lookups.otherInitials(children.get(i))) {
                    for (LocalDate date : Lookups.dates(children.get(i))) {
                        rows.add(i, sound, initial, date);
                    }
                }
            }
        }
        search(
                rows,
                "(child, sound, first, birth_date) JOIN student_name n ON n.last_sound = r.sound"
                        + " AND left(n.normal_first_name, 1) = r.first AND n.birth_date = r.birth_date",
                candidates);
    }

    private void search(Columns rows, String join, Candidates candidates) throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement select = connection.prepareStatement(IDENTITY + rows.unnest() + " AS r" + join)) {
            rows.bind(select);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    candidates.consider(
                            row.getInt(1),
                            row.getObject(2, UUID.class),
                            Demographics.of(
                                    row.getString(3),
                                    row.getString(4),
                                    row.getString(5),
                                    row.getString(6),
                                    row.getString(7),
                                    row.getObject(8, LocalDate.class),
                                    ""));
                }
            }
        }
    }
}
