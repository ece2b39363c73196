package gov.mt.opi.aim.chassis.kafka;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;
import org.eclipse.microprofile.health.Liveness;

/** Down when a bug ended a consumer: the supervisor restarts the service. */
@Liveness
@ApplicationScoped
public class GroupLiveness implements HealthCheck {

    private final GroupConsumers consumers;

    @Inject
    GroupLiveness(GroupConsumers consumers) {
        this.consumers = consumers;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("messages are worked off");
        boolean alive = true;
        for (GroupConsumer consumer : consumers.running()) {
            if (consumer.failure() != null) {
                alive = false;
                response.withData(consumer.group(), consumer.failure());
            }
        }
        return response.status(alive).build();
    }
}
