package gov.mt.opi.aim.reporting.db;

import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.reporting.certification.Certification;
import gov.mt.opi.aim.reporting.certification.Certifications;
import gov.mt.opi.aim.reporting.certification.Signing;
import gov.mt.opi.aim.reporting.completeness.Check;
import gov.mt.opi.aim.reporting.completeness.Counted;
import gov.mt.opi.aim.reporting.completeness.Scope;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Certifications in this service's schema. */
@ApplicationScoped
class DatabaseCertifications implements Certifications {

    private final Jdbi database;
    private final DatabaseSnapshots snapshots;
    private final Outbox outbox;

    @Inject
    DatabaseCertifications(DataSource database, DatabaseSnapshots snapshots, Outbox outbox) {
        this.database = Jdbi.create(database);
        this.snapshots = snapshots;
        this.outbox = outbox;
    }

    @Override
    public Signing sign(Scope scope, SnapshotOrder order, String signedBy, Function<Counted, List<Check>> judge) {
        Signing signing = snapshots.alone(transaction -> {
            Optional<Certification> before =
                    inForce(transaction, scope.collection().id(), scope.district());
            if (before.isPresent()) {
                return new Signing.AlreadyCertified(before.get());
            }
            List<Check> checks = judge.apply(DatabaseCompleteness.count(transaction, scope));
            if (checks.stream().anyMatch(Check::blocks)) {
                return new Signing.Blocked(checks);
            }
            Snapshot frozen = snapshots.freeze(transaction, order);
            return new Signing.Signed(insert(transaction, scope, frozen, signedBy, checks));
        });
        outbox.committed();
        return signing;
    }

    @Override
    public Optional<Certification> withdraw(
            String collection, String district, String by, String account, String reason, Instant at) {
        return database.inTransaction(transaction -> {
            Optional<Certification> withdrawn = transaction
                    .createQuery("UPDATE certification SET withdrawn_by = :by, withdrawn_account = :account,"
                            + " withdrawn_at = :at, withdrawn_reason = :reason WHERE collection_id = :collection"
                            + " AND district_number = :district AND withdrawn_at IS NULL RETURNING *")
                    .bind("by", by)
                    .bind("account", account)
                    .bind("at", at)
                    .bind("reason", reason)
                    .bind("collection", collection)
                    .bind("district", district)
                    .map((row, context) -> certification(row))
                    .findOne();
            withdrawn.ifPresent(certification ->
                    Audit.add(transaction, account, "withdrew certification", subject(collection, district)));
            return withdrawn;
        });
    }

    @Override
    public List<Certification> history(String collection, String district) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT * FROM certification WHERE collection_id = :collection"
                                + " AND district_number = :district ORDER BY signed_at DESC, certification_id")
                        .bind("collection", collection)
                        .bind("district", district)
                        .map((row, context) -> certification(row))
                        .list());
    }

    @Override
    public List<Certification> inForce(String collection) {
        return database.withHandle(
                handle -> handle.createQuery("SELECT * FROM certification WHERE collection_id = :collection"
                                + " AND withdrawn_at IS NULL ORDER BY length(district_number), district_number")
                        .bind("collection", collection)
                        .map((row, context) -> certification(row))
                        .list());
    }

    private static Optional<Certification> inForce(Handle transaction, String collection, String district) {
        return transaction
                .createQuery("SELECT * FROM certification WHERE collection_id = :collection"
                        + " AND district_number = :district AND withdrawn_at IS NULL")
                .bind("collection", collection)
                .bind("district", district)
                .map((row, context) -> certification(row))
                .findOne();
    }

    private static Certification insert(
            Handle transaction, Scope scope, Snapshot frozen, String signedBy, List<Check> checks) {
        String warnings = checks.stream()
                .filter(check -> check.severity() == Severity.WARNING && !check.passes())
                .map(Check::ruleId)
                .sorted()
                .collect(Collectors.joining(","));
        Certification signed = new Certification(
                UUID.randomUUID(),
                scope.collection().id(),
                scope.district(),
                frozen.id(),
                signedBy,
                frozen.takenBy(),
                frozen.takenAt(),
                warnings,
                null,
                null,
                null);
        transaction
                .createUpdate(
                        "INSERT INTO certification (certification_id, collection_id, district_number, snapshot_id,"
                                + " signed_by, account, signed_at, warnings) VALUES (:id, :collection, :district, :snapshotId,"
                                + " :signedBy, :account, :signedAt, :warnings)")
                .bindMethods(signed)
                .execute();
        Audit.add(transaction, signed.account(), "certified", subject(signed.collection(), signed.district()));
        return signed;
    }

    private static String subject(String collection, String district) {
        return "collection " + collection + ", district " + district;
    }

    private static Certification certification(ResultSet row) throws SQLException {
        return new Certification(
                row.getObject("certification_id", UUID.class),
                row.getString("collection_id"),
                row.getString("district_number"),
                row.getObject("snapshot_id", UUID.class),
                row.getString("signed_by"),
                row.getString("account"),
                Columns.instant(row, "signed_at").orElseThrow(),
                row.getString("warnings"),
                row.getString("withdrawn_by"),
                Columns.instant(row, "withdrawn_at").orElse(null),
                row.getString("withdrawn_reason"));
    }
}
