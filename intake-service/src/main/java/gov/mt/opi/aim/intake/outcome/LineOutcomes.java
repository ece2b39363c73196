package gov.mt.opi.aim.intake.outcome;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * The outcomes of one submission's lines while a batch of events is merged into them: some segments of its byte ledger, and
 * what the batch changes. Plain bookkeeping in memory; the ledger reads the segments before and writes the changes after.
 */
public final class LineOutcomes {

    /** Lines of a segment. */
    public static final int SEGMENT_LINES = 1024;

    private final UUID submissionId;
    private final int lastLine;
    private final Map<Integer, byte[]> segments;
    private final Set<Integer> changedSegments = new TreeSet<>();
    /** The event that counts for each line that changed: the last one that replaced what stood. */
    private final Map<Integer, RecordOutcome> changed = new TreeMap<>();

    private final Set<Integer> replaced = new TreeSet<>();
    private final Map<String, Map<Outcome, Integer>> countChanges = new LinkedHashMap<>();
    private final InfoCounts info = new InfoCounts();
    private int ignored;

    /**
     * The outcomes of a submission.
     *
     * @param lastLine number of its last data line; nothing behind it is believed
     * @param segments the segments that the batch touches, by number; a missing one is all pending
     */
    public LineOutcomes(UUID submissionId, int lastLine, Map<Integer, byte[]> segments) {
        this.submissionId = submissionId;
        this.lastLine = lastLine;
        this.segments = new HashMap<>(segments);
    }

    /** The segment that a line is in. */
    public static int segmentOf(int line) {
        return line / SEGMENT_LINES;
    }

    /** Merges one event; an echo of what is known changes nothing. */
    public void merge(RecordOutcome event) {
        int line = event.line();
        if (line <= 1 || line > lastLine || event.outcome() == null) {
            ignored++;
            return;
        }
        byte[] segment = segments.computeIfAbsent(segmentOf(line), absent -> new byte[SEGMENT_LINES]);
        byte standing = segment[line % SEGMENT_LINES];
        byte next = OutcomeCode.of(event.outcome(), event.decidedBy());
        if (!OutcomeCode.replaces(standing, next)) {
            return;
        }
        changed.put(line, event);
        if (standing == next) {
            // It goes on to wait, perhaps for something else: only its findings change.
            replaced.add(line);
            return;
        }
        segment[line % SEGMENT_LINES] = next;
        changedSegments.add(segmentOf(line));
        String type = event.recordType() == null ? "OTHER" : event.recordType().name();
        OutcomeCode.outcome(standing).ifPresent(before -> {
            count(type, before, -1);
            replaced.add(line);
        });
        count(type, event.outcome(), 1);
        info.add(event.info());
    }

    public UUID submissionId() {
        return submissionId;
    }

    public byte[] segment(int number) {
        return segments.get(number);
    }

    /** Numbers of the segments that are different now. */
    public Set<Integer> changedSegments() {
        return changedSegments;
    }

    /** The events whose findings and State IDs count now, in order of their lines. */
    public Collection<RecordOutcome> changed() {
        return changed.values();
    }

    /** Lines whose earlier outcome gave way, so that its findings go. */
    public Set<Integer> replaced() {
        return replaced;
    }

    /** What to add to the counts, by record type and outcome. */
    public Map<String, Map<Outcome, Integer>> countChanges() {
        return countChanges;
    }

    public InfoCounts info() {
        return info;
    }

    /** Events about lines that the file does not have. */
    public int ignored() {
        return ignored;
    }

    private void count(String type, Outcome outcome, int by) {
        countChanges
                .computeIfAbsent(type, absent -> new EnumMap<>(Outcome.class))
                .merge(outcome, by, Integer::sum);
    }

    /** The change of one count, 0 where there is none. */
    public int countChange(String type, Outcome outcome) {
        return Optional.ofNullable(countChanges.get(type))
                .map(counts -> counts.getOrDefault(outcome, 0))
                .orElse(0);
    }
}
