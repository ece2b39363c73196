package gov.mt.opi.aim.chassis.registry;

import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/** Ready once the registry was read: before that every school would seem unknown. A service wires it as a bean. */
public final class RegistryReadiness implements HealthCheck {

    private final RegistryFollower follower;

    public RegistryReadiness(RegistryFollower follower) {
        this.follower = follower;
    }

    @Override
    public HealthCheckResponse call() {
        return HealthCheckResponse.named("registry is read")
                .status(follower.isLoaded())
                .build();
    }
}
