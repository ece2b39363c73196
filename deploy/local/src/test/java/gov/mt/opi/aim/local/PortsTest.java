package gov.mt.opi.aim.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortsTest {

    @Test
    void withoutAnOffsetTheServicesAreWhereTheDocumentsSay() {
        Ports ports = Ports.withOffset(null);

        assertThat(Service.values()).extracting(ports::of).containsExactly(8081, 8082, 8083, 8084);
    }

    @Test
    void anOffsetMovesAllPorts() {
        Ports ports = Ports.withOffset("100");

        assertThat(ports.of(Service.INTAKE)).isEqualTo(8181);
        assertThat(ports.database()).isEqualTo(5533);
        assertThat(ports.broker()).isEqualTo(9192);
    }

    @ParameterizedTest
    @ValueSource(strings = {"hundred", "-1", "60000", "1.5"})
    void anOffsetThatIsNoneIsRefused(String offset) {
        assertThatThrownBy(() -> Ports.withOffset(offset))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining(offset);
    }

    @Test
    void saysWhichPortOfWhatIsTakenAndHowToMoveThem() throws Exception {
        Ports ports = Ports.free();
        int port = ports.of(Service.REPORTING);

        try (ServerSocket other = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(other.isBound()).isTrue();
            assertThatThrownBy(ports::requireFree)
                    .isInstanceOf(FailedPart.class)
                    .hasMessageContaining("port " + port + " (reporting-service) is taken")
                    .hasMessageContaining("AIM_PORT_OFFSET=" + (ports.offset() + 100) + " ./deploy/run");
        }
    }
}
