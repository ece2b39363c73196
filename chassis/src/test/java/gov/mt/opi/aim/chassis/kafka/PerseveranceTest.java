package gov.mt.opi.aim.chassis.kafka;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.common.errors.TimeoutException;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PerseveranceTest {

    private final Perseverance perseverance = new Perseverance();

    @ParameterizedTest(name = "SQL state {0}")
    @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "23505", "23P01"})
    void goesOnUntilTheDatabaseIsBack(String sqlState) {
        AtomicInteger attempts = new AtomicInteger();
        assertThat(perseverance.<String>until("work", () -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IllegalStateException(new SQLException("away", sqlState));
                    }
                    return "done";
                }))
                .isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void isNotReadyWhileTheBrokerIsAwayAndReadyAgainAfterwards() {
        AtomicInteger attempts = new AtomicInteger();
        perseverance.until("sending", () -> {
            if (attempts.incrementAndGet() == 6) {
                assertThat(perseverance.call().getStatus()).isEqualTo(HealthCheckResponse.Status.DOWN);
            }
            if (attempts.get() < 6) {
                throw new TimeoutException("away");
            }
            return true;
        });
        assertThat(perseverance.call().getStatus()).isEqualTo(HealthCheckResponse.Status.UP);
    }

    @Test
    void aBugIsNotRepeatedAndItsMessageTellsNoValue() {
        AtomicInteger attempts = new AtomicInteger();
        assertThatThrownBy(() -> perseverance.until("work", () -> {
                    attempts.incrementAndGet();
                    throw new SQLException("invalid input syntax for type date: \"Jane Doe\"", "22007");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageContaining("22007")
                .hasMessageNotContaining("Jane");
        assertThat(attempts).hasValue(1);
    }
}
