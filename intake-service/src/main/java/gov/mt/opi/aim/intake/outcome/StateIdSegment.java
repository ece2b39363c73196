package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.Identity;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The students of the SD lines in one segment of a file. They are kept together, as UTF-8 text with one line for each SD
 * line, in order: line, local ID, State ID and outcome with tabs between them. This form is stored: it cannot be changed
 * without a migration.
 */
public final class StateIdSegment {

    private static final int ENTRY_LENGTH_USUAL = 40;

    /** The text of each line that has a student, without its end; null for the others. */
    private final String[] entries = new String[LineOutcomes.SEGMENT_LINES];

    private int lines;

    /** The segment from its stored form; of no bytes one without lines. */
    public static StateIdSegment of(byte[] stored) {
        StateIdSegment segment = new StateIdSegment();
        String text = new String(stored, StandardCharsets.UTF_8);
        for (int from = 0, end; from < text.length(); from = end + 1) {
            end = text.indexOf('\n', from);
            String entry = text.substring(from, end);
            segment.set(Integer.parseInt(entry, 0, entry.indexOf('\t'), 10), entry);
        }
        return segment;
    }

    /**
     * Notes the student of an SD line in place of what was noted before. A line that was rejected before its student was
     * looked for has no identity; it is listed all the same.
     */
    public void put(RecordOutcome outcome) {
        Identity identity = outcome.identity() != null
                ? outcome.identity()
                : new Identity(
                        "",
                        "",
                        outcome.outcome() == Outcome.REJECTED ? IdentityOutcome.REJECTED : IdentityOutcome.PENDING);
        set(
                outcome.line(),
                outcome.line() + "\t" + value(identity.localId()) + "\t" + value(identity.stateId()) + "\t"
                        + identity.outcome());
    }

    /** How many lines have a student. */
    public int lines() {
        return lines;
    }

    /** The form in which the segment is stored. */
    public byte[] stored() {
        StringBuilder text = new StringBuilder(lines * ENTRY_LENGTH_USUAL);
        for (String entry : entries) {
            if (entry != null) {
                text.append(entry).append('\n');
            }
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The students by line, for reading. */
    public List<StateIdLine> list(String districtNumber) {
        List<StateIdLine> list = new ArrayList<>(lines);
        for (String entry : entries) {
            if (entry != null) {
                String[] values = entry.split("\t", -1);
                list.add(new StateIdLine(Integer.parseInt(values[0]), districtNumber, values[1], values[2], values[3]));
            }
        }
        return list;
    }

    private void set(int line, String entry) {
        int place = line % LineOutcomes.SEGMENT_LINES;
        lines += entries[place] == null ? 1 : 0;
        entries[place] = entry;
    }

    /** No field of a file has a tab or a line end in it; what claims to have one must not shift the others. */
    private static String value(String text) {
        return text == null ? "" : text.replace('\t', ' ').replace('\n', ' ');
    }
}
