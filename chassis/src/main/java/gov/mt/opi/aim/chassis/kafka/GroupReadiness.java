package gov.mt.opi.aim.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Readiness;

/** Down while a consumer has no connection to the broker. */
@Readiness
@ApplicationScoped
public class GroupReadiness implements HealthCheck {

    private final GroupConsumers consumers;

    @Inject
    GroupReadiness(GroupConsumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("the broker is there");
        boolean connected = true;
        for (GroupConsumer consumer : consumers.running()) {
            if (!consumer.isConnected()) {
                connected = false;
                response.withData(consumer.group(), "not connected");
            }
        }
        return response.status(connected).build();
    }
}
