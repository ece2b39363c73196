package gov.mt.opi.aim.validation.wiring;

import gov.mt.opi.aim.chassis.kafka.EventPublisher;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.registry.RegistryFollower;
import gov.mt.opi.aim.validation.Validation;
import gov.mt.opi.aim.validation.condition.ConditionConfig;
import gov.mt.opi.aim.validation.gathering.Barrier;
import gov.mt.opi.aim.validation.gathering.GatheringConfig;
import gov.mt.opi.aim.validation.judging.FileJudge;
import gov.mt.opi.aim.validation.kafka.VerdictPublisher;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The plain classes of the service as beans. */
@ApplicationScoped
public class ValidationBeans {

    @Produces
    @Singleton
    Barrier barrier(GatheringConfig config) {
        return new Barrier(config.rememberedFiles());
    }

    @Produces
    @Singleton
    Validation validation(
            Barrier barrier,
            ConditionConfig config,
            RegistryFollower registry,
            EventPublisher publisher,
            Perseverance perseverance,
            MeterRegistry metrics) {
        return new Validation(
                barrier,
                new FileJudge(config),
                registry::current,
                new VerdictPublisher(publisher, perseverance, metrics));
    }
}
