package gov.mt.opi.aim.chassis.kafka;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How every consumer group reads. */
@ConfigMapping(prefix = "aim.consumer")
public interface GroupConfig {

    /** Messages of a batch at most, twice as many where they are gathered. Small batches cost a third more: each is one transaction. */
    @WithDefault("5000")
    int maxPollRecords();

    /**
     * How long a batch is added to while messages keep coming by the hundred. Where every batch costs the same whatever is in
     * it, as where it is a transaction over many files, a few large ones cost less than many small ones; who sends little
     * does not wait.
     */
    @WithDefault("0ms")
    Duration gathering();

    /** Bytes that are fetched ahead for each partition, compressed. */
    @WithDefault("1048576")
    int maxPartitionFetchBytes();

    /** After this time without a sign of life another instance takes the partitions over. */
    @WithDefault("10s")
    Duration sessionTimeout();

    /** How long a batch may wait for a database that is away before another instance may try. */
    @WithDefault("15m")
    Duration maxPollInterval();
}
