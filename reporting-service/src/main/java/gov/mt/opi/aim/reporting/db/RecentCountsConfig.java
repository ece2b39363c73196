package gov.mt.opi.aim.reporting.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What is kept of counts that were answered. */
@ConfigMapping(prefix = "aim.recent-counts")
interface RecentCountsConfig {

    /** Rows of all kept counts together, so that memory stays bounded whatever is asked. 0 keeps nothing. */
    @WithDefault("50000")
    int rowsMax();
}
