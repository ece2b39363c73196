package gov.mt.opi.aim.chassis.registry;

import io.quarkus.arc.properties.IfBuildProperty;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The registry, followed from the start on, in the services that say so; the state-store owns it and follows nobody. */
@Singleton
@IfBuildProperty(name = RegistryBeans.FOLLOWED, stringValue = "true")
class RegistryBeans {

    /** Set in the properties of a service that needs the registry. */
    static final String FOLLOWED = "aim.registry.followed";

    /** Also the {@code RegisteredDistricts} of sign-in. */
    @Produces
    @Singleton
    @Startup
    RegistryFollower follower(@ConfigProperty(name = "kafka.bootstrap.servers") String bootstrapServers) {
        return new RegistryFollower(bootstrapServers).start();
    }

    void stop(@Disposes RegistryFollower follower) {
        follower.close();
    }
}
