package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.reporting.audit.AuditTrail;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The audit in this service's schema. */
@ApplicationScoped
class DatabaseAuditTrail implements AuditTrail {

    private final Jdbi database;

    @Inject
    DatabaseAuditTrail(DataSource database) {
        this.database = Jdbi.create(database);
    }

    @Override
    public void add(String account, String action, String subject) {
        database.useHandle(handle -> Audit.add(handle, account, action, subject));
    }

    @Override
    public List<Entry> newestFirst(long offset, int limit) {
        return database.withHandle(handle -> handle.createQuery(
                        "SELECT at, account, action, subject FROM audit ORDER BY audit_id DESC LIMIT :limit OFFSET :offset")
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Entry(
                        Columns.instant(row, 1).orElseThrow(), row.getString(2), row.getString(3), row.getString(4)))
                .list());
    }

    @Override
    public long count() {
        return database.withHandle(handle -> handle.createQuery("SELECT count(*) FROM audit")
                .mapTo(Long.class)
                .one());
    }
}
