package gov.mt.opi.aim.backing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Gives a {@code @QuarkusTest} a real database and a real broker: {@code @QuarkusTestResource(AimServers.class)}. The
 * service finds them by the settings that it also has in production.
 */
public final class AimServers implements QuarkusTestResourceLifecycleManager {

    private BackingServers servers;

    @Override
    public Map<String, String> start() {
        try {
            servers = BackingServers.forTests();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of(
                "aim.database.url", servers.jdbcUrl(),
                "aim.database.user", servers.databaseUser(),
                "aim.database.password", servers.databasePassword(),
                "kafka.bootstrap.servers", servers.bootstrapServers());
    }

    @Override
    public void stop() {
        if (servers != null) {
            servers.close();
        }
    }
}
