package gov.mt.opi.aim.backing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.DriverManager;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackingServersTest {

    @Test
    void aRealDatabaseAndARealBrokerAnswer() throws Exception {
        try (BackingServers servers = BackingServers.forTests();
                TopicProbe probe = new TopicProbe(servers.bootstrapServers())) {
            try (var connection = DriverManager.getConnection(
                            servers.jdbcUrl(), servers.databaseUser(), servers.databasePassword());
                    var statement = connection.createStatement();
                    var answer = statement.executeQuery("SHOW server_version")) {
                answer.next();
                assertThat(answer.getString(1)).startsWith("18");
            }
            probe.send("aim.registry.district.v1", "63", "{}".getBytes(StandardCharsets.UTF_8));
            assertThat(probe.read("aim.registry.district.v1", message -> true, 1, Duration.ofSeconds(20)))
                    .singleElement()
                    .satisfies(message -> assertThat(message.key()).isEqualTo("63"));
        }
    }
}
