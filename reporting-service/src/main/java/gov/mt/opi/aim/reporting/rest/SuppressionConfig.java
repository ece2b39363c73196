package gov.mt.opi.aim.reporting.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the public is not shown. */
@ConfigMapping(prefix = "aim.suppression")
public interface SuppressionConfig {

    /** Counts from 1 to one less than this are hidden. */
    @WithDefault("10")
    int threshold();
}
