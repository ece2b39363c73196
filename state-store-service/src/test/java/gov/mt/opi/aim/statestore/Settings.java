package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.rule.RuleConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;

/** The settings of the rules as they are when nobody sets anything, or with one of them set. */
public final class Settings {

    private Settings() {}

    public static RuleConfig ofTheState() {
        return with(Map.of());
    }

    /** The defaults, with these settings instead. */
    public static RuleConfig with(Map<String, String> settings) {
        return new SmallRyeConfigBuilder()
                .withMapping(RuleConfig.class)
                .withDefaultValues(settings)
                .build()
                .getConfigMapping(RuleConfig.class);
    }
}
