package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.reporting.snapshot.CountDay;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Copies the members of a count date out of the read model, within one transaction.
 *
 * <p>Every join is by hash and every tie is broken by the one sort at the end: of two Primary enrollments, programs or
 * attendances that are there for a moment, the newer counts.
 */
final class Freezing {

    /** The students that can be in it: everybody, or those of one district wherever else they are. */
    private static final String OF_DISTRICT =
            " AND (:district::text IS NULL OR e.student_key IN (SELECT student_key FROM enrollment"
                    + " WHERE district_number = :district))";

    private static final String OWN_DAYS =
            """
             LEFT JOIN (
                SELECT * FROM unnest(:districts::text[], :schools::text[], :calendars::text[], :years::integer[],
                                     :days::date[]) AS own (district, school, calendar, school_year, day)
            ) own ON own.district = e.district_number AND own.school = e.school_number
                 AND own.calendar = e.calendar_number AND own.school_year = e.school_year
            """;

    private static final String MEMBERS =
            """
            INSERT INTO snapshot_row (snapshot_id, student_key, district, school, grade, race_ethnicity, gender,
                                      service_type, lunch, sped, section504, lep_status, homeless, immigrant, title_i,
                                      hours, portion_absent, state_id, last_name, first_name, middle_name, suffix,
                                      birth_date)
            SELECT * FROM (
                SELECT DISTINCT ON (e.student_key) :id, e.student_key, e.district_number AS district, e.school_number,
                       e.grade, coalesce(s.race_ethnicity, ''), coalesce(s.gender, ''), e.service_type,
                       coalesce(p.lunch, 'N'), coalesce(p.sped, 'N'), coalesce(p.section504, 'N'),
                       coalesce(p.lep_status, ''), coalesce(p.homeless, 'N'), coalesce(p.immigrant, 'N'),
                       coalesce(p.title_i, 'N'), coalesce(a.hours, ''), a.portion_absent, coalesce(s.state_id, ''),
                       coalesce(s.last_name, ''), coalesce(s.first_name, ''), coalesce(s.middle_name, ''),
                       coalesce(s.suffix, ''), s.birth_date
                FROM enrollment e
                LEFT JOIN student s ON s.student_key = e.student_key
                LEFT JOIN program_participation p ON p.place = e.place
                LEFT JOIN attendance a ON a.place = e.place
                %1$s
                WHERE e.service_type = 'P' AND e.first_day <= %2$s AND e.last_day >= %2$s %3$s
                ORDER BY e.student_key, e.first_day DESC, e.enrollment_key DESC, p.changed_at DESC, p.participation_key,
                         a.changed_at DESC, a.attendance_key
            ) AS members
            WHERE :district::text IS NULL OR district = :district
            """;

    private static final String OTHERS =
            """
            INSERT INTO snapshot_other (snapshot_id, student_key, district, school, grade, service_type, state_id,
                                        last_name, first_name)
            SELECT DISTINCT ON (e.student_key, e.district_number, e.school_number, e.service_type)
                   :id, e.student_key, e.district_number, e.school_number, e.grade, e.service_type,
                   coalesce(s.state_id, ''), coalesce(s.last_name, ''), coalesce(s.first_name, '')
            FROM enrollment e
            LEFT JOIN student s ON s.student_key = e.student_key
            %1$s
            WHERE e.service_type <> 'P' AND e.first_day <= %2$s AND e.last_day >= %2$s
              AND (:district::text IS NULL OR e.district_number = :district)
              AND NOT EXISTS (
                SELECT FROM snapshot_row r WHERE r.snapshot_id = :id AND r.student_key = e.student_key)
            ORDER BY e.student_key, e.district_number, e.school_number, e.service_type, e.first_day DESC
            """;

    /** The hash of the rows in the order of their students, each with a line feed behind it. */
    private static final String HASH =
            """
            SELECT count(*), encode(sha256(convert_to(coalesce(string_agg(line || E'\\n', '' ORDER BY student_key), ''), 'UTF8')), 'hex')
            FROM (
                SELECT student_key,
                       concat_ws(E'\\t', student_key, district, school, grade, race_ethnicity, gender, service_type, lunch,
                                 sped, section504, lep_status, homeless, immigrant, title_i, hours,
                                 coalesce(portion_absent::text, '')) AS line
                FROM snapshot_row WHERE snapshot_id = :id
            ) AS lines
            """;

    private record Hash(long rows, String sha256) {}

    private Freezing() {}

    /** Takes the snapshot. The caller commits, and sees to it that only one is taken at a time. */
    static Snapshot freeze(Handle transaction, SnapshotOrder order) {
        Moment moment = Moment.of(transaction);
        Moment.joinByHash(transaction);
        copy(transaction, order, MEMBERS);
        copy(transaction, order, OTHERS);
        Hash hash = transaction
                .createQuery(HASH)
                .bind("id", order.id())
                .map((row, context) -> new Hash(row.getLong(1), row.getString(2)))
                .one();
        Snapshot taken = new Snapshot(
                order.id(),
                order.name(),
                order.countDate(),
                nextRevision(transaction, order),
                hash.rows(),
                hash.sha256(),
                order.takenAt(),
                moment.asOf().orElse(null),
                RuleCatalogue.VERSION,
                order.takenBy(),
                order.district().orElse(null),
                order.collection().orElse(null));
        insert(transaction, taken);
        return taken;
    }

    private static void copy(Handle transaction, SnapshotOrder order, String into) {
        boolean own = !order.ownDays().isEmpty();
        String sql = into.formatted(own ? OWN_DAYS : "", own ? "coalesce(own.day, :on)" : ":on", OF_DISTRICT);
        try (var statement = transaction.createUpdate(sql)) {
            statement
                    .bind("id", order.id())
                    .bind("on", order.countDate())
                    .bind("district", order.district().orElse(null));
            if (own) {
                bindOwnDays(statement, order.ownDays());
            }
            statement.execute();
        }
    }

    private static void bindOwnDays(SqlStatement<?> statement, List<CountDay> days) {
        statement.bindArray(
                "districts", String.class, days.stream().map(CountDay::district).toArray());
        statement.bindArray(
                "schools", String.class, days.stream().map(CountDay::school).toArray());
        statement.bindArray(
                "calendars", String.class, days.stream().map(CountDay::calendar).toArray());
        statement.bindArray(
                "years", Integer.class, days.stream().map(CountDay::year).toArray());
        statement.bindArray(
                "days",
                String.class,
                days.stream().map(day -> day.day().toString()).toArray());
    }

    private static int nextRevision(Handle transaction, SnapshotOrder order) {
        return transaction
                .createQuery("SELECT coalesce(max(revision), 0) + 1 FROM snapshot WHERE name = :name"
                        + " AND count_date = :countDate AND district IS NOT DISTINCT FROM :district")
                .bind("name", order.name())
                .bind("countDate", order.countDate())
                .bind("district", order.district().orElse(null))
                .mapTo(Integer.class)
                .one();
    }

    private static void insert(Handle transaction, Snapshot snapshot) {
        transaction
                .createUpdate(
                        "INSERT INTO snapshot (snapshot_id, name, count_date, revision, students, sha256, taken_at,"
                                + " taken_by, as_of, rule_set_version, district, collection) VALUES (:id, :name, :countDate,"
                                + " :revision, :rows, :sha256, :takenAt, :takenBy, :asOf, :ruleSetVersion, :district,"
                                + " :collection)")
                .bindMethods(snapshot)
                .execute();
    }
}
