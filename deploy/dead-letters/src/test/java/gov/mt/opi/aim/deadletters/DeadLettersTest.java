package gov.mt.opi.aim.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.BackingServers;
import gov.mt.opi.aim.backing.TopicProbe;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final String SOURCE = "aim.record.accepted.v1";
    private static final String LETTERS = "aim.dead-letter.v1";

    private static BackingServers servers;

    @BeforeAll
    static void start() throws Exception {
        servers = BackingServers.forTests();
    }

    @AfterAll
    static void stop() {
        servers.close();
    }

    @Test
    void sendsAMessageAgainAsItWasAndOnceThoughTwoServicesGaveItUp() throws Exception {
        try (TopicProbe probe = new TopicProbe(servers.bootstrapServers());
                DeadLetters deadLetters = new DeadLetters(servers.bootstrapServers())) {
            probe.send(SOURCE, "63", bytes("a record"));
            ConsumerRecord<String, byte[]> given = probe.read(SOURCE, message -> true, 1, Duration.ofSeconds(20))
                    .get(0);
            probe.send(LETTERS, "63", letter("one-service", given.partition(), given.offset()));
            probe.send(LETTERS, "63", letter("one-service", given.partition(), given.offset()));
            probe.send(LETTERS, "63", letter("another-service", given.partition(), given.offset()));
            probe.send(LETTERS, "63", letter("one-service", given.partition(), 99));

            List<Letter> letters = deadLetters.all();
            List<Letter> gone = deadLetters.sendAgain(letters);

            assertThat(letters).hasSize(3);
            assertThat(gone).extracting(Letter::offset).containsExactly(99L);
            assertThat(probe.read(SOURCE, message -> true, 3, Duration.ofSeconds(3)))
                    .hasSize(2)
                    .allSatisfy(message -> {
                        assertThat(message.key()).isEqualTo("63");
                        assertThat(message.value()).isEqualTo(bytes("a record"));
                        assertThat(message.partition()).isEqualTo(given.partition());
                    });
        }
    }

    @Test
    void takesOnlyWhatIsAskedFor() {
        DeadLetterRun.Options options =
                DeadLetterRun.Options.of(List.of("--service", "state-store-service", "--since", "2027-03-13T08:00"));

        assertThat(options.again()).isFalse();
        assertThat(options.wants(new Letter("state-store-service", SOURCE, 0, 1, "unreadable", "2027-03-13T08:00:01Z")))
                .isTrue();
        assertThat(options.wants(new Letter("state-store-service", SOURCE, 0, 1, "unreadable", "2027-03-13T07:59:59Z")))
                .isFalse();
        assertThat(options.wants(new Letter("intake-service", SOURCE, 0, 1, "unreadable", "2027-03-13T08:00:01Z")))
                .isFalse();
    }

    private static byte[] letter(String service, int partition, long offset) {
        return bytes("{\"contractVersion\":1,\"service\":\"" + service + "\",\"sourceTopic\":\"" + SOURCE
                + "\",\"sourcePartition\":" + partition + ",\"sourceOffset\":" + offset
                + ",\"reason\":\"unreadable\",\"at\":\"2027-03-13T08:00:00Z\"}");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
