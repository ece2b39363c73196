package gov.mt.opi.aim.reporting.wiring;

import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.chassis.outbox.OutboxRelay;
import gov.mt.opi.aim.chassis.registry.RegistryFollower;
import gov.mt.opi.aim.reporting.Reporting;
import gov.mt.opi.aim.reporting.census.Census;
import gov.mt.opi.aim.reporting.census.CensusSource;
import gov.mt.opi.aim.reporting.collection.CollectionSnapshots;
import gov.mt.opi.aim.reporting.collection.Collections;
import gov.mt.opi.aim.reporting.completeness.Completeness;
import gov.mt.opi.aim.reporting.completeness.CompletenessConfig;
import gov.mt.opi.aim.reporting.completeness.CompletenessQueries;
import gov.mt.opi.aim.reporting.readmodel.ReadModel;
import gov.mt.opi.aim.reporting.rebuild.NextReadModel;
import gov.mt.opi.aim.reporting.rebuild.Rebuild;
import gov.mt.opi.aim.reporting.rebuild.StateHistory;
import gov.mt.opi.aim.reporting.registry.Registry;
import gov.mt.opi.aim.reporting.report.TableReports;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The beans that are made of plain classes. */
@Singleton
final class ReportingWiring {

    @Produces
    @Singleton
    Reporting reporting(ReadModel readModel, Census census, Snapshots snapshots, Registry registry) {
        return new Reporting(readModel, census, snapshots, registry);
    }

    @Produces
    @Singleton
    Census census(CensusSource source) {
        return new Census(source);
    }

    @Produces
    @Singleton
    @Startup
    CensusFollower censusFollower(Census census) {
        return new CensusFollower(census).start();
    }

    void stop(@Disposes CensusFollower follower) {
        follower.close();
    }

    @Produces
    @Singleton
    Completeness completeness(
            CompletenessQueries queries,
            Census census,
            TableReports reports,
            Registry registry,
            CompletenessSettings settings) {
        return new Completeness(
                queries,
                census,
                reports,
                registry,
                new CompletenessConfig(
                        settings.identityCasesPercentMax(),
                        settings.changePercentMax(),
                        settings.changeStudentsMin(),
                        settings.dropoutsMembersMin()));
    }

    @Produces
    @Singleton
    CollectionSnapshots collectionSnapshots(Collections collections, Snapshots snapshots, Registry registry) {
        return new CollectionSnapshots(collections, snapshots, registry);
    }

    @Produces
    @Singleton
    @Startup
    SnapshotSchedule schedule(CollectionSnapshots snapshots, Clock clock, CompletenessSettings settings) {
        return new SnapshotSchedule(snapshots, clock).start(settings.snapshotsEvery());
    }

    void stop(@Disposes SnapshotSchedule schedule) {
        schedule.close();
    }

    @Produces
    @Singleton
    Rebuild rebuild(StateHistory history, NextReadModel next, Clock clock) {
        return new Rebuild(history, next, clock);
    }

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    /** Started with the service, because what an earlier run left in the outbox waits for nobody to ask. */
    @Produces
    @Singleton
    @Startup
    OutboxRelay relay(
            @ConfigProperty(name = "quarkus.application.name") String service,
            DataSource database,
            EventPublisher publisher,
            Perseverance perseverance) {
        return new OutboxRelay(service, database, publisher, perseverance).start();
    }

    void stop(@Disposes OutboxRelay relay) {
        relay.close();
    }

    @Produces
    @Singleton
    Outbox outbox(OutboxRelay relay) {
        return new Outbox(relay);
    }

    @Produces
    @Singleton
    Registry registryForReports(RegistryFollower follower) {
        return new FollowedRegistry(follower.view());
    }
}
