package gov.mt.opi.aim.reporting.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What is tolerated before a district certifies, and how often scheduled snapshots are looked for. */
@ConfigMapping(prefix = "aim.collections")
interface CompletenessSettings {

    /** Open identity cases below this share of the members do not block (COL-003); 0 tolerates none. */
    @WithDefault("2")
    int identityCasesPercentMax();

    /** A count that differs from last year's by more is worth a look (COL-006). */
    @WithDefault("20")
    int changePercentMax();

    /** Groups that had fewer students last year are not compared (COL-006). */
    @WithDefault("10")
    int changeStudentsMin();

    /** Districts with fewer members may well have no dropouts (COL-007). */
    @WithDefault("100")
    int dropoutsMembersMin();

    /** How often collections are looked through for a window that is over. */
    @WithDefault("PT1M")
    Duration snapshotsEvery();
}
