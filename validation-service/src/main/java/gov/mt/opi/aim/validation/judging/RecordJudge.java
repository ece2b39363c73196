package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.validation.condition.ConditionConfig;
import gov.mt.opi.aim.validation.condition.Conditions;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.format.DistrictOfTheFile;
import gov.mt.opi.aim.validation.format.FieldChecks;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.LineReader;
import gov.mt.opi.aim.validation.reading.Reading;
import gov.mt.opi.aim.validation.registry.RegistryRules;

/** Judges the lines of one file, each by itself: structure, fields, conditions, registry. The same line, the same verdict. */
final class RecordJudge {

    private final FileFacts file;
    private final Context context;
    private final RegistryRules registry;

    RecordJudge(FileFacts file, RegistryView registry, ConditionConfig config) {
        this.file = file;
        this.context = new Context(file.headerDate(), file.schoolYear(), config);
        this.registry = new RegistryRules(registry, file);
    }

    /** Reads and judges a line; what is found goes to the findings. */
    Reading judge(String text, int line, Findings findings) {
        Reading reading = LineReader.read(text, line, findings);
        reading.record().ifPresent(record -> judge(record, findings));
        return reading;
    }

    private void judge(DataRecord record, Findings findings) {
        FieldChecks.of(record.type()).check(record, findings);
        DistrictOfTheFile.check(record, file.districtNumber(), findings);
        Conditions.check(record, context, findings);
        registry.check(record, findings);
    }
}
