package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What became of a record.
 *
 * @param record the record
 * @param outcome its outcome
 * @param findings what the state-store found; the warnings of validation are in the record
 * @param identity for SD records: the student
 * @param waitsFor for held records: who must act, in words
 */
public record Decision(
        RecordAccepted record,
        Outcome outcome,
        List<Finding> findings,
        Optional<RecordOutcome.Identity> identity,
        Optional<String> waitsFor) {

    public static Decision of(RecordAccepted record, Outcome outcome) {
        return new Decision(record, outcome, List.of(), Optional.empty(), Optional.empty());
    }

    public static Decision rejected(RecordAccepted record, Finding... findings) {
        return new Decision(record, Outcome.REJECTED, List.of(findings), Optional.empty(), Optional.empty());
    }

    public static Decision held(RecordAccepted record, Finding finding, String waitsFor) {
        return new Decision(record, Outcome.HELD, List.of(finding), Optional.empty(), Optional.of(waitsFor));
    }

    /** The same decision about the student of an SD record. */
    public Decision about(RecordOutcome.Identity student) {
        return new Decision(record, outcome, findings, Optional.of(student), waitsFor);
    }

    /** The same decision with one more finding. */
    public Decision with(Finding finding) {
        List<Finding> more = new ArrayList<>(findings);
        more.add(finding);
        return new Decision(record, outcome, more, identity, waitsFor);
    }

    /** A finding about one field of the record. */
    public static Finding finding(String ruleId, RecordAccepted record, String property, String value) {
        return Finding.ofField(
                RuleCatalogue.get(ruleId),
                record.line(),
                record.recordType().name(),
                record.recordType().layout().field(property),
                value);
    }

    /** All findings of the line, those of validation first. */
    public List<Finding> allFindings() {
        if (findings.isEmpty()) {
            return record.findings();
        }
        List<Finding> all = new ArrayList<>(record.findings());
        all.addAll(findings);
        return all;
    }
}
