package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.InfoTally;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;

/**
 * What the rules across records found, by record. Kept without its words, which are made when the record is emitted, and
 * in plain arrays: in the worst file every line has such a finding.
 */
public final class CrossFindings {

    private static final int FIRST_CAPACITY = 64;

    private final InfoTally info;
    /** By index of the record, the number of its latest finding, counted from 1; 0 when it has none. */
    private final int[] latest;
    /** By number of the finding. */
    private Found[] found = new Found[FIRST_CAPACITY];

    private int[] before = new int[FIRST_CAPACITY];
    private int count;
    private final BitSet rejected = new BitSet();
    private final BitSet blocked = new BitSet();

    private record Found(Rule rule, Optional<Field> field, String value, String detail) {

        void addTo(Findings findings, RecordType type) {
            field.ifPresentOrElse(
                    about -> findings.field(rule, type, about, value, () -> detail),
                    () -> findings.line(rule, Optional.of(type), detail));
        }
    }

    CrossFindings(int records, InfoTally info) {
        this.latest = new int[records];
        this.info = info;
    }

    /** A finding about a record as a whole; the detail says which other lines it has to do with. */
    public void aboutRecord(Gist gist, Rule rule, String detail) {
        add(gist, new Found(rule, Optional.empty(), "", detail));
    }

    /** A finding about a field of a record. */
    public void aboutField(Gist gist, Rule rule, Field field, String value, String detail) {
        add(gist, new Found(rule, Optional.of(field), value, detail));
    }

    /** The record depends on one that was rejected; nothing else is said of it. */
    public void blocked(Gist gist, Rule rule, String by) {
        blocked.set(gist.index());
        aboutRecord(gist, rule, by);
    }

    /** An INFO rule applies to the file as a whole. */
    public void aboutFile(Rule rule) {
        info.add(rule.id());
    }

    private void add(Gist gist, Found one) {
        count++;
        if (count == found.length) {
            found = Arrays.copyOf(found, count * 2);
            before = Arrays.copyOf(before, count * 2);
        }
        found[count] = one;
        before[count] = latest[gist.index()];
        latest[gist.index()] = count;
        if (one.rule().severity() == Severity.ERROR) {
            rejected.set(gist.index());
        }
    }

    /** Indexes of the records to which an ERROR was found. */
    BitSet rejected() {
        return rejected;
    }

    /** True when a record's own findings are not told, because it was rejected for another's. */
    public boolean isBlocked(int index) {
        return blocked.get(index);
    }

    /** Adds what was found about a record to its own findings, in the order in which it was found. */
    public void addTo(Findings findings, int index, RecordType type) {
        addUpTo(latest[index], findings, type);
    }

    private void addUpTo(int number, Findings findings, RecordType type) {
        if (number != 0) {
            addUpTo(before[number], findings, type);
            found[number].addTo(findings, type);
        }
    }
}
