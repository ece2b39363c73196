package gov.mt.opi.aim.intake.publishing;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of publishing. */
@ConfigMapping(prefix = "aim.publishing")
public interface PublishingConfig {

    /** Lines that are sent together; between two such chunks the progress is noted. */
    @WithDefault("4000")
    int chunkLines();

    /** How long a submission belongs to the instance that claimed it, from its last progress on. */
    @WithDefault("10S")
    Duration lease();

    /** After which time a submission that failed on our side is tried again. */
    @WithDefault("10S")
    Duration retryAfter();

    /** How often to look for submissions that other instances left; an own receipt is published at once. */
    @WithDefault("1S")
    Duration poll();
}
