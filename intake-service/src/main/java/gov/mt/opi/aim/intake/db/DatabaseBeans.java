package gov.mt.opi.aim.intake.db;

import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.chassis.outbox.OutboxRelay;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** The outbox and the way to write statements. */
class DatabaseBeans {

    private static final String SERVICE = "intake-service";

    @Produces
    @Singleton
    Jdbi jdbi(DataSource database) {
        return Jdbi.create(database);
    }

    @Produces
    @Singleton
    OutboxRelay relay(DataSource database, EventPublisher publisher, Perseverance perseverance) {
        return new OutboxRelay(SERVICE, database, publisher, perseverance).start();
    }

    void stop(@Disposes OutboxRelay relay) {
        relay.close();
    }

    @Produces
    @Singleton
    Outbox outbox(OutboxRelay relay) {
        return new Outbox(relay);
    }
}
