package gov.mt.opi.aim.statestore.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalDate;

/** What the state may want to set otherwise in the rules about the view. */
@ConfigMapping(prefix = "aim.rule")
public interface RuleConfig {

    /**
     * Plausible ages by grade on the first day of an enrollment, in completed years, both ends included (XS-018). Grades
     * that are not named have no age: ungraded classes.
     */
    @WithDefault("PK=2-6 KG=4-7 P1=5-8 01=5-8 02=6-9 03=7-10 04=8-11 05=9-12 06=10-13 07=11-14 08=12-16 09=13-18"
            + " 10=14-19 11=15-20 12=16-21")
    String gradeAges();

    /** What becomes of a Primary enrollment that overlaps one in another district (XS-022, XS-023). */
    @WithDefault("hold")
    Overlap otherDistrictOverlap();

    /**
     * From when on the state knows where students were before (XS-027): of an enrollment that starts earlier, the one
     * before it may lie in a year that was never collected. ISO 8601.
     */
    @WithDefault("2006-10-01")
    LocalDate historyFrom();

    /** Within how many days a transfer to another Montana district is followed by an enrollment there (XS-028). */
    @WithDefault("30")
    int transferDays();

    /** What becomes of an overlap between districts. */
    enum Overlap {
        /** It waits until the other enrollment ends. */
        HOLD,
        /** It is refused. */
        REJECT
    }
}
