package gov.mt.opi.aim.validation.judging;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.RecordOutcome.Identity;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.InfoTally;
import gov.mt.opi.aim.validation.reading.Reading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The second reading of a file: makes the event of each line. The first event carries the INFO counts of the whole file. */
final class Emission {

    private static final int CONTRACT_VERSION = 1;
    private static final int STATE_ID = RecordType.SD.layout().field("stateId").index();
    private static final int LOCAL_ID = RecordType.SD.layout().field("localId").index();

    private final GatheredFile file;
    private final RecordJudge judge;
    private final CleanRecords clean;
    private final CrossFindings cross;
    private final Verdicts verdicts;
    private Map<String, Integer> info;

    Emission(
            GatheredFile file,
            RecordJudge judge,
            CleanRecords clean,
            CrossFindings cross,
            InfoTally info,
            Verdicts verdicts) {
        this.file = file;
        this.judge = judge;
        this.clean = clean;
        this.cross = cross;
        this.info = Map.copyOf(info.counts());
        this.verdicts = verdicts;
    }

    void rejected(int index) {
        FileFacts facts = file.facts();
        Findings own = Findings.listing(file.line(index));
        Reading reading = judge.judge(file.record(index), file.line(index), own);
        Findings findings = cross.isBlocked(index) ? Findings.listing(file.line(index)) : own;
        reading.type().ifPresent(type -> cross.addTo(findings, index, type));
        verdicts.rejected(new RecordOutcome(
                CONTRACT_VERSION,
                facts.submissionId(),
                facts.districtNumber(),
                file.line(index),
                reading.type().orElse(null),
                Outcome.REJECTED,
                DecidedBy.VALIDATION,
                allFindings(index, findings),
                infoOnce(),
                reading.type().filter(type -> type == RecordType.SD).isPresent() ? identity(reading.record()) : null));
    }

    void accepted(int index) {
        FileFacts facts = file.facts();
        Findings findings = Findings.listing(file.line(index));
        DataRecord record = clean.take(index)
                .orElseGet(() -> judge.judge(file.record(index), file.line(index), findings)
                        .record()
                        .orElseThrow());
        cross.addTo(findings, index, record.type());
        verdicts.accepted(new RecordAccepted(
                CONTRACT_VERSION,
                facts.submissionId(),
                facts.districtNumber(),
                facts.sequence(),
                record.line(),
                facts.headerTimestamp(),
                facts.mode(),
                facts.adoptStateIds(),
                record.type(),
                AcceptedFields.of(record),
                allFindings(index, findings),
                infoOnce()));
    }

    private List<Finding> allFindings(int index, Findings own) {
        List<Finding> blankLines = BlankLines.before(file, index);
        if (blankLines.isEmpty()) {
            return own.all();
        }
        List<Finding> all = new ArrayList<>(blankLines);
        all.addAll(own.all());
        return all;
    }

    private Map<String, Integer> infoOnce() {
        Map<String, Integer> once = info;
        info = Map.of();
        return once;
    }

    /** So that a district finds every SD line in its list of State IDs. A line that is no record has neither. */
    private static Identity identity(Optional<DataRecord> record) {
        return new Identity(
                record.map(read -> shown(read, LOCAL_ID)).orElse(""),
                record.map(read -> shown(read, STATE_ID)).orElse(""),
                IdentityOutcome.REJECTED);
    }

    private static String shown(DataRecord record, int field) {
        String value = record.text(field);
        return value.length() <= Finding.VALUE_LENGTH_MAX ? value : value.substring(0, Finding.VALUE_LENGTH_MAX);
    }
}
