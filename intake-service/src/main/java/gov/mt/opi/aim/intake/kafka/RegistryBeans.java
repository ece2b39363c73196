package gov.mt.opi.aim.intake.kafka;

import gov.mt.opi.aim.chassis.registry.RegistryFollower;
import gov.mt.opi.aim.chassis.registry.RegistryReadiness;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.Readiness;

/** The registry of districts, followed from the start on. */
class RegistryBeans {

    @Produces
    @Singleton
    @Startup
    RegistryFollower follower(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        return new RegistryFollower(bootstrapServers).start();
    }

    void stop(@Disposes RegistryFollower follower) {
        follower.close();
    }

    @Produces
    @Singleton
    @Readiness
    RegistryReadiness readiness(RegistryFollower follower) {
        return new RegistryReadiness(follower);
    }
}
