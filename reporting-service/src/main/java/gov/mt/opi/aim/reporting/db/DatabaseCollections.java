package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.collection.Collection;
import gov.mt.opi.aim.reporting.collection.Collections;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Collections in this service's schema. */
@ApplicationScoped
class DatabaseCollections implements Collections {

    private final Jdbi database;

    @Inject
    DatabaseCollections(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void put(Collection collection) {
        database.useTransaction(transaction -> {
            transaction
                    .createUpdate(
                            """
                            INSERT INTO collection (collection_id, name, school_year, kind, count_date, by_calendar,
                                                    opens_on, closes_on, changed_by, changed_at)
                            VALUES (:id, :name, :year, :kind, :countDate, :byCalendar, :opensOn, :closesOn, :changedBy,
                                    :changedAt)
                            ON CONFLICT (collection_id) DO UPDATE SET name = excluded.name,
                                school_year = excluded.school_year, kind = excluded.kind,
                                count_date = excluded.count_date, by_calendar = excluded.by_calendar,
                                opens_on = excluded.opens_on, closes_on = excluded.closes_on,
                                changed_by = excluded.changed_by, changed_at = excluded.changed_at
                            """)
                    .bindMethods(collection)
                    .execute();
            Audit.add(transaction, collection.changedBy(), "wrote collection", collection.id());
        });
    }

    @Override
    public Optional<Collection> find(String id) {
        return database.withHandle(handle -> handle.createQuery("SELECT * FROM collection WHERE collection_id = :id")
                .bind("id", id)
                .map((row, context) -> collection(row))
                .findOne());
    }

    @Override
    public List<Collection> all() {
        return database.withHandle(
                handle -> handle.createQuery("SELECT * FROM collection ORDER BY count_date DESC, collection_id")
                        .map((row, context) -> collection(row))
                        .list());
    }

    @Override
    public List<Collection> due(LocalDate today) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT c.* FROM collection c WHERE c.closes_on < :today AND NOT EXISTS ("
                                + "SELECT FROM snapshot s WHERE s.collection = c.collection_id AND s.district IS NULL"
                                + " AND (s.taken_at AT TIME ZONE 'America/Denver')::date > c.closes_on)"
                                + " ORDER BY c.closes_on, c.collection_id")
                        .bind("today", today)
                        .map((row, context) -> collection(row))
                        .list());
    }

    private static Collection collection(ResultSet row) throws SQLException {
        return new Collection(
                row.getString("collection_id"),
                row.getString("name"),
                row.getInt("school_year"),
                Collection.Kind.valueOf(row.getString("kind")),
                row.getObject("count_date", LocalDate.class),
                row.getBoolean("by_calendar"),
                row.getObject("opens_on", LocalDate.class),
                row.getObject("closes_on", LocalDate.class),
                row.getString("changed_by"),
                Columns.instant(row, "changed_at").orElseThrow());
    }
}
