package gov.mt.opi.aim.reporting.db;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;

/** What extracts hold. */
@ConfigMapping(prefix = "aim.extracts")
interface ExtractConfig {

    /** Grades in which the state test is written (2006-07: 03 to 08 and 10). */
    @WithDefault("03,04,05,06,07,08,10")
    List<String> testedGrades();
}
