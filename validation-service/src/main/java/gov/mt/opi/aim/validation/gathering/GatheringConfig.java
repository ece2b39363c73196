package gov.mt.opi.aim.validation.gathering;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Settings of the barrier. */
@ConfigMapping(prefix = "aim.gathering")
public interface GatheringConfig {

    /** How many judged files are remembered, so that their stray duplicates are left alone. */
    @WithDefault("4096")
    int rememberedFiles();
}
