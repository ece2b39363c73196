package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.chassis.outbox.OutboxRelay;
import gov.mt.opi.aim.statestore.changes.Changes;
import gov.mt.opi.aim.statestore.changes.Resync;
import gov.mt.opi.aim.statestore.db.JdbcAudit;
import gov.mt.opi.aim.statestore.db.JdbcChanges;
import gov.mt.opi.aim.statestore.db.JdbcHeldRecords;
import gov.mt.opi.aim.statestore.db.JdbcRegistry;
import gov.mt.opi.aim.statestore.db.JdbcResync;
import gov.mt.opi.aim.statestore.db.JdbcStudentFiles;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import gov.mt.opi.aim.statestore.held.HeldRecords;
import gov.mt.opi.aim.statestore.identity.CaseFiles;
import gov.mt.opi.aim.statestore.identity.Steward;
import gov.mt.opi.aim.statestore.identity.Sweep;
import gov.mt.opi.aim.statestore.kafka.Announcements;
import gov.mt.opi.aim.statestore.registry.Registry;
import gov.mt.opi.aim.statestore.rule.RuleConfig;
import gov.mt.opi.aim.statestore.student.file.StudentFiles;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;

/** Puts the plain classes of the service together. */
@ApplicationScoped
public class StateStoreWiring {

    private OutboxRelay relay;

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    OutboxRelay relay(DataSource database, EventPublisher publisher, Perseverance perseverance) {
        relay = new OutboxRelay("state-store", database, publisher, perseverance).start();
        return relay;
    }

    @Produces
    @Singleton
    Outbox outbox(OutboxRelay relay) {
        return new Outbox(relay);
    }

    @Produces
    @Singleton
    JdbcTransactions transactions(
            DataSource database, Outbox outbox, Perseverance perseverance, MeterRegistry metrics, Clock clock) {
        Announcements announcements = new Announcements(metrics);
        return new JdbcTransactions(database, outbox, perseverance, announcements, announcements, clock);
    }

    @Produces
    @Singleton
    StateStore stateStore(JdbcTransactions transactions, RuleConfig rules) {
        return new StateStore(transactions, Merges.all(rules));
    }

    @Produces
    @Singleton
    Steward steward(JdbcTransactions transactions, StateStore stateStore) {
        return new Steward(transactions, stateStore);
    }

    @Produces
    @Singleton
    CaseFiles caseFiles(JdbcTransactions transactions) {
        return new CaseFiles(transactions);
    }

    @Produces
    @Singleton
    Sweep sweep(JdbcTransactions transactions, StateStore stateStore) {
        return new Sweep(transactions, stateStore);
    }

    @Produces
    @Singleton
    Corrections corrections(JdbcTransactions transactions, RuleConfig rules) {
        return new Corrections(transactions, Merges.all(rules));
    }

    @Produces
    @Singleton
    Registry registry(DataSource database, Outbox outbox) {
        return new JdbcRegistry(database, outbox);
    }

    @Produces
    @Singleton
    StudentFiles studentFiles(DataSource database) {
        return new JdbcStudentFiles(database);
    }

    @Produces
    @Singleton
    HeldRecords heldRecords(DataSource database) {
        return new JdbcHeldRecords(database);
    }

    @Produces
    @Singleton
    JdbcAudit audit(DataSource database) {
        return new JdbcAudit(database);
    }

    @Produces
    @Singleton
    Changes changes(DataSource database) {
        return new JdbcChanges(database);
    }

    @Produces
    @Singleton
    Resync resync(DataSource database, Outbox outbox, MeterRegistry metrics) {
        return new JdbcResync(database, outbox, new Announcements(metrics));
    }

    /** The relay begins with what an earlier run left behind, before the first record comes. */
    void start(@Observes StartupEvent start, OutboxRelay theRelay) {
        theRelay.toString();
    }

    void stop(@Observes ShutdownEvent stop) {
        if (relay != null) {
            relay.close();
        }
    }
}
