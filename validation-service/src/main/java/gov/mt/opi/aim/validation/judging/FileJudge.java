package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.validation.condition.ConditionConfig;
import gov.mt.opi.aim.validation.cross.CleanRecords;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRules;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.InfoTally;
import gov.mt.opi.aim.validation.reading.Reading;
import java.util.BitSet;

/**
 * Judges a whole file. The first reading finds which records are clean and counts INFO; the rules across records then see
 * the clean ones; the second reading emits: rejected lines in their order, then the accepted records as SD, EN, PP, AT.
 */
public final class FileJudge {

    private final ConditionConfig config;
    private final CrossRules crossRules;

    public FileJudge(ConditionConfig config) {
        this.config = config;
        this.crossRules = new CrossRules(config);
    }

    /** Gives the verdict about every line of a complete file. */
    public void judge(GatheredFile file, RegistryView registry, Verdicts verdicts) {
        RecordJudge judge = new RecordJudge(file.facts(), registry, config);
        InfoTally info = new InfoTally();
        CleanRecords clean = new CleanRecords();
        BitSet rejected = new BitSet(file.size());
        for (int index = 0; index < file.size(); index++) {
            Findings findings = new Findings(file.line(index), info);
            Reading reading = judge.judge(file.record(index), file.line(index), findings);
            if (findings.hasError()) {
                rejected.set(index);
            } else {
                clean.add(index, reading.record().orElseThrow());
            }
        }
        CrossFindings cross =
                crossRules.judge(clean, (one, other) -> sayTheSame(again(judge, file, one), again(judge, file, other)));
        rejected.or(cross.rejected());
        Emission emission = new Emission(file, judge, cross, info, verdicts);
        rejected.stream().forEach(emission::rejected);
        clean.inOrder(emission::accepted);
        verdicts.complete();
    }

    private static boolean sayTheSame(DataRecord one, DataRecord other) {
        return AcceptedFields.of(one).equals(AcceptedFields.of(other));
    }

    private static DataRecord again(RecordJudge judge, GatheredFile file, int index) {
        Findings known = new Findings(file.line(index), new InfoTally());
        return judge.judge(file.record(index), file.line(index), known).record().orElseThrow();
    }
}
