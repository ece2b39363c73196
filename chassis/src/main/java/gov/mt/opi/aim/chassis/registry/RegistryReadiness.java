package gov.mt.opi.aim.chassis.registry;

import io.quarkus.arc.properties.IfBuildProperty;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Ready once the registry was read: before that every school would seem unknown. */
@Readiness
@Singleton
@IfBuildProperty(name = RegistryBeans.FOLLOWED, stringValue = "true")
final class RegistryReadiness implements HealthCheck {

    private final RegistryFollower follower;

    @Inject
    RegistryReadiness(RegistryFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registry is read")
                .status(follower.isLoaded())
                .build();
    }
}
