package gov.mt.opi.aim.validation.condition;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What the state may want to set otherwise in the conditions. */
@ConfigMapping(prefix = "aim.condition")
public interface ConditionConfig {

    /** Youngest plausible age of a student on the header date, in years (SD-107). */
    @WithDefault("2")
    int ageMin();

    /** Oldest plausible age of a student on the header date, in years (SD-107). */
    @WithDefault("22")
    int ageMax();

    /** Age in years at which school is compulsory: end status 240 is for younger children (EN-128). */
    @WithDefault("7")
    int compulsoryAge();

    /** For how many school years after entering a US school a student counts as immigrant (PP-367). */
    @WithDefault("3")
    int immigrantSchoolYearsMax();
}
