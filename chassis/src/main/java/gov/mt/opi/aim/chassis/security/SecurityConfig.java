package gov.mt.opi.aim.chassis.security;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Sign-in settings. */
@ConfigMapping(prefix = "aim.security")
public interface SecurityConfig {

    /** Whether the built-in users of the local run may sign in. Never true in production. */
    @WithDefault("false")
    boolean localUsers();
}
