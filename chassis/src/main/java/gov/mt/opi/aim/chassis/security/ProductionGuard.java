package gov.mt.opi.aim.chassis.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.jboss.logging.Logger;

/** Refuses to start in production with the users of the local run, and says so aloud where they are meant. */
@ApplicationScoped
public class ProductionGuard {

    private static final Logger LOG = Logger.getLogger(ProductionGuard.class);

    private final SecurityConfig config;

    @Inject
    ProductionGuard(SecurityConfig config) {
        this.config = config;
    }

    void check(@Observes StartupEvent start) {
        if (!config.localUsers()) {
            return;
        }
        if (ConfigUtils.getProfiles().contains("prod")) {
            throw new IllegalStateException(
                    "aim.security.local-users is on in the profile prod: these users have public passwords."
                            + " Configure OpenID Connect, or run with the profile local.");
        }
        LOG.warn("Local users are on: every password is known, and the data must be made up.");
    }
}
