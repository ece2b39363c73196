package gov.mt.opi.aim.statestore.db;

import gov.mt.opi.aim.chassis.db.ArrayColumns;
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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Finds whom children may be: the {@link Lookups}, each once for the whole batch and each by an index of
 * {@code student_name} that leads to a handful of rows, however many students there are. Rows that do not resemble their
 * child enough go no further, so that students are fetched whole only for the few children who have a candidate.
 */
final class CandidateSearch {

    private static final String IDENTITY =
            "SELECT r.child, n.student_key, n.last_name, n.first_name, n.middle_name, n.suffix, n.gender, n.birth_date FROM ";

    private static final int MONTHS = 12;
    private static final String MONTH = "date_part('month', r.birth_date)::integer";
    private static final String DAY = "date_part('day', r.birth_date)::integer";
    private static final String FIRST_INITIAL = "left(n.normal_first_name, 1) = r.initial";

    private static final String SOUND_AND_INITIAL = "n.last_sound = r.sound AND " + FIRST_INITIAL;

    /** Compared as numbers: a comparison of dates would let the planner look in the index of birth dates. */
    private static final String SAME_YEAR =
            "date_part('year', n.birth_date)::integer = date_part('year', r.birth_date)::integer";

    private final Connection connection;

    CandidateSearch(Connection connection) {
        this.connection = connection;
    }

    /** Keys of the students who resemble one of the children enough. */
    Set<UUID> find(List<Demographics> children) throws SQLException {
        Candidates candidates = new Candidates(children);
        if (!children.isEmpty()) {
            byBirthDate(children, candidates);
            bySoundAndMonth(children, candidates);
            bySoundAndDay(children, candidates);
            bySoundAndOtherInitials(children, candidates);
        }
        return candidates.found();
    }

    /** Those born on the day who have the first name, or both initials. */
    private void byBirthDate(List<Demographics> children, Candidates candidates) throws SQLException {
        ArrayColumns rows = new ArrayColumns("integer", "date", "text", "text", "text");
        for (int i = 0; i < children.size(); i++) {
            String first = children.get(i).normalFirst();
            String last = Lookups.initial(children.get(i).normalLast());
            for (LocalDate date : Lookups.dates(children.get(i))) {
                rows.add(i, date, Lookups.initial(first), first, last);
            }
        }
        search(
                rows,
                "(child, birth_date, initial, first, last) JOIN student_name n ON n.birth_date = r.birth_date AND "
                        + FIRST_INITIAL
                        + " AND (n.normal_first_name = r.first OR left(n.normal_last_name, 1) = r.last)",
                candidates);
    }

    /**
     * Of those born in the month, in whatever year: all who were born in the child's year, and of the others those who have both
     * its names and its day.
     */
    private void bySoundAndMonth(List<Demographics> children, Candidates candidates) throws SQLException {
        ArrayColumns rows = new ArrayColumns("integer", "text", "text", "date", "text", "text");
        for (int i = 0; i < children.size(); i++) {
            Demographics child = children.get(i);
            rows.add(
                    i,
                    child.lastSound(),
                    Lookups.initial(child.normalFirst()),
                    child.birthDate(),
                    child.normalLast(),
                    child.normalFirst());
        }
        search(
                rows,
                "(child, sound, initial, birth_date, last, first) JOIN student_name n ON " + SOUND_AND_INITIAL + " AND "
                        + monthAndDay("n") + " BETWEEN " + MONTH + " * 100 AND " + MONTH + " * 100 + 31"
                        // Of names without a sound only the same ones are alike.
                        + " AND (r.sound <> '' AND " + SAME_YEAR + " OR n.normal_last_name = r.last"
                        + " AND n.normal_first_name = r.first AND " + monthAndDay("n") + " = " + monthAndDay("r") + ")",
                candidates);
    }

    /** Of those born in the year: all who were born on the same day of another month, or with day and month swapped. */
    private void bySoundAndDay(List<Demographics> children, Candidates candidates) throws SQLException {
        ArrayColumns rows = new ArrayColumns("integer", "text", "text", "date");
        for (int i = 0; i < children.size(); i++) {
            Demographics child = children.get(i);
            if (!child.lastSound().isEmpty()) {
                rows.add(i, child.lastSound(), Lookups.initial(child.normalFirst()), child.birthDate());
            }
        }
        search(
                rows,
                "(child, sound, initial, birth_date) JOIN student_name n ON " + SOUND_AND_INITIAL + " AND "
                        + monthAndDay("n") + " = ANY (ARRAY[" + DAY + " * 100 + " + MONTH + ", "
                        + IntStream.rangeClosed(1, MONTHS)
                                .mapToObj(month -> month + " * 100 + " + DAY)
                                .collect(Collectors.joining(", "))
                        + "]) AND " + SAME_YEAR,
                candidates);
    }

    /** Those born on the day, or with day and month swapped, whose first name begins like another name of the child. */
    private void bySoundAndOtherInitials(List<Demographics> children, Candidates candidates) throws SQLException {
        ArrayColumns rows = new ArrayColumns("integer", "text", "text", "date");
        for (int i = 0; i < children.size(); i++) {
            Demographics child = children.get(i);
            String sound = child.lastSound();
            if (!sound.isEmpty()) {
                for (String initial : Lookups.otherInitials(child)) {
                    for (LocalDate date : Lookups.dates(child)) {
                        rows.add(i, sound, initial, date);
                    }
                }
            }
        }
        search(
                rows,
                "(child, sound, initial, birth_date) JOIN student_name n ON " + SOUND_AND_INITIAL + " AND "
                        + monthAndDay("n") + " = " + monthAndDay("r") + " AND " + SAME_YEAR,
                candidates);
    }

    /** Month and day of a birth date as one number; as the index has it. */
    private static String monthAndDay(String row) {
        return "(date_part('month', " + row + ".birth_date) * 100 + date_part('day', " + row + ".birth_date))::integer";
    }

    private void search(ArrayColumns rows, String join, Candidates candidates) throws SQLException {
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
