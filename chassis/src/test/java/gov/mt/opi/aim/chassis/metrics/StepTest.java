package gov.mt.opi.aim.chassis.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.Metrics;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StepTest {

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

    @BeforeEach
    void listen() {
        Metrics.addRegistry(registry);
    }

    @AfterEach
    void stopListening() {
        Metrics.removeRegistry(registry);
    }

    @Test
    void whatFailsIsTimedToo() throws IOException {
        Step step = Step.named("a step of this test");

        assertThat(step.<String, IOException>time(() -> "done")).isEqualTo("done");
        assertThatThrownBy(() -> step.time(() -> {
                    throw new IOException("no");
                }))
                .isInstanceOf(IOException.class);

        assertThat(registry.get("aim.step")
                        .tag("step", "a step of this test")
                        .timer()
                        .count())
                .isEqualTo(2);
    }
}
