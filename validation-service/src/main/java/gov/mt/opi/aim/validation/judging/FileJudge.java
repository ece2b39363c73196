package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.validation.condition.ConditionConfig;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRules;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.InfoTally;
import gov.mt.opi.aim.validation.reading.Reading;
import java.util.Optional;

/**
 * Judges a whole file. The first reading finds which records are clean and counts INFO; the rules across records then see
 * them all; the second reading emits: rejected lines in their order, then the accepted records as SD, EN, PP, AT. What is clean
 * among the first lines is not read twice.
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
        CleanRecords clean = new CleanRecords(file.size());
        FileRecords records = firstReading(file, judge, info, clean);
        CrossFindings cross = crossRules.judge(records, new ReadAgain(file, judge), info);
        Emission emission = new Emission(file, judge, clean, cross, info, verdicts);
        records.refusedIndexes().stream().forEach(emission::rejected);
        records.inOrder(emission::accepted);
        verdicts.complete();
    }

    private static FileRecords firstReading(GatheredFile file, RecordJudge judge, InfoTally info, CleanRecords clean) {
        FileRecords records = new FileRecords(file.size());
        Optional<InfoTally> counted = Optional.of(info);
        for (int index = 0; index < file.size(); index++) {
            Findings findings = Findings.counting(file.line(index), counted);
            Reading reading = judge.judge(file.record(index), file.line(index), findings);
            if (findings.hasError()) {
                records.addRefused(index, reading);
            } else {
                DataRecord record = reading.record().orElseThrow();
                records.add(index, record);
                if (!findings.hasRemark()) {
                    clean.keep(index, record);
                }
            }
        }
        return records;
    }
}
