package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.validation.condition.Conditions;
import gov.mt.opi.aim.validation.cross.CrossRules;
import gov.mt.opi.aim.validation.format.DistrictOfTheFile;
import gov.mt.opi.aim.validation.format.FieldChecks;
import gov.mt.opi.aim.validation.reading.LineReader;
import gov.mt.opi.aim.validation.registry.RegistryRules;
import java.util.Set;
import java.util.TreeSet;

/** Which rules of the catalogue are enforced here, as the places that enforce them say themselves. */
public final class EnforcedRules {

    private EnforcedRules() {}

    /** Their ids. */
    public static Set<String> ids() {
        Set<String> ids = new TreeSet<>(LineReader.ruleIds());
        ids.add(BlankLines.ruleId());
        ids.add(DistrictOfTheFile.ruleId());
        ids.addAll(FieldChecks.ruleIds());
        ids.addAll(Conditions.ruleIds());
        ids.addAll(RegistryRules.ruleIds());
        ids.addAll(CrossRules.ruleIds());
        return ids;
    }
}
