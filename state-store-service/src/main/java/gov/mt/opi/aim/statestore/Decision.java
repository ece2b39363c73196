package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.held.WaitsFor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What became of a record.
 *
 * @param record the record
 * @param outcome its outcome
 * @param findings what the state-store found; the warnings of validation are in the record
 * @param identity for SD records: the student
 * @param waitsFor for held records: what they wait for
 */
public record Decision(
        RecordAccepted record,
        Outcome outcome,
        List<Finding> findings,
        Optional<RecordOutcome.Identity> identity,
        Optional<WaitsFor> waitsFor) {

    private static final Map<String, Integer> KNOWN_BEFORE = Map.of("XS-036", 1);

    public static Decision of(RecordAccepted record, Outcome outcome) {
        return new Decision(record, outcome, List.of(), Optional.empty(), Optional.empty());
    }

    public static Decision of(RecordAccepted record, Outcome outcome, List<Finding> findings) {
        return new Decision(record, outcome, findings, Optional.empty(), Optional.empty());
    }

    public static Decision rejected(RecordAccepted record, Finding... findings) {
        return of(record, Outcome.REJECTED, List.of(findings));
    }

    /** Older than what the state knows of the same thing. */
    public static Decision stale(RecordAccepted record) {
        return of(record, Outcome.STALE, List.of(finding("XS-035", record, "stateId", record.text("stateId"))));
    }

    public static Decision held(RecordAccepted record, List<Finding> findings, String waitsFor) {
        return held(record, findings, WaitsFor.of(waitsFor));
    }

    public static Decision held(RecordAccepted record, List<Finding> findings, WaitsFor waitsFor) {
        return new Decision(record, Outcome.HELD, findings, Optional.empty(), Optional.of(waitsFor));
    }

    /** Held because of what validation found; the finding is in the record. */
    public static Decision heldBack(RecordAccepted record, String waitsFor) {
        return held(record, List.of(), waitsFor);
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

    /**
     * All findings of the line, those of validation first. A line that validation would have held back and that does not
     * wait after all says nothing of it.
     */
    public List<Finding> allFindings() {
        if (record.findings().isEmpty()) {
            return findings;
        }
        boolean released = outcome != Outcome.HELD && record.findings().stream().anyMatch(Decision::holds);
        if (findings.isEmpty() && !released) {
            return record.findings();
        }
        List<Finding> all = new ArrayList<>(record.findings());
        if (released) {
            all.removeIf(Decision::holds);
        }
        all.addAll(findings);
        return all;
    }

    /** How often each INFO rule applied: what validation counted, and that a line was known before (XS-036). */
    public Map<String, Integer> info() {
        if (outcome != Outcome.UNCHANGED) {
            return record.info();
        }
        if (record.info().isEmpty()) {
            return KNOWN_BEFORE;
        }
        Map<String, Integer> counts = new HashMap<>(record.info());
        counts.merge("XS-036", 1, Integer::sum);
        return counts;
    }

    /** Names the line. */
    public HeldLine.Id line() {
        return HeldLine.Id.of(record);
    }

    /** The rule for which a held line waits. */
    public String heldBy() {
        return allFindings().stream()
                .filter(Decision::holds)
                .findFirst()
                .map(Finding::ruleId)
                .orElseThrow();
    }

    private static boolean holds(Finding finding) {
        return finding.severity() == Severity.HELD;
    }
}
