package gov.mt.opi.aim.reporting.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the subgroups report. */
@ConfigMapping(prefix = "aim.subgroups")
public interface SubgroupsConfig {

    /** Students that a group must have to count for accountability, unless the caller asks with another number. */
    @WithDefault("30")
    int minimum();
}
