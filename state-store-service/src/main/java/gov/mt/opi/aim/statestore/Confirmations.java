package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

/**
 * Things of which a line said what the view said already. Such a line (UNCHANGED) writes nothing into the thing, so what it
 * knows is kept here: a file that comes late, older than that line but newer than the thing, must not overwrite what the
 * line said.
 */
public final class Confirmations {

    /**
     * Up to where a district's files are read in a batch: what newer files of it confirmed may matter.
     *
     * @param oldest the oldest line of the district in the batch
     */
    public record Reading(String districtNumber, SourceVersion oldest) {}

    /**
     * What a line confirmed.
     *
     * @param thing the student or record
     * @param districtNumber whose file said it
     * @param source the line
     */
    public record Confirmed(UUID thing, String districtNumber, SourceVersion source) {}

    /** A student may be known to several districts; each is held to its own files. */
    private record Said(UUID thing, String districtNumber) {}

    private final Map<Said, SourceVersion> newest;
    private final Map<Said, Confirmed> made = new LinkedHashMap<>();

    private Confirmations(Map<Said, SourceVersion> newest) {
        this.newest = newest;
    }

    /** What files newer than these lines confirmed before. */
    static Confirmations of(Collection<RecordAccepted> lines, StatewideView view) {
        Map<String, SourceVersion> oldest = new HashMap<>();
        for (RecordAccepted line : lines) {
            oldest.merge(line.districtNumber(), SourceVersion.of(line), Confirmations::older);
        }
        Map<Said, SourceVersion> newest = new HashMap<>();
        if (!oldest.isEmpty()) {
            view.confirmed(oldest.entrySet().stream()
                            .map(district -> new Reading(district.getKey(), district.getValue()))
                            .toList())
                    .forEach(confirmed -> newest.merge(
                            new Said(confirmed.thing(), confirmed.districtNumber()),
                            confirmed.source(),
                            Confirmations::newer));
        }
        return new Confirmations(newest);
    }

    /** The same knowledge, for decisions that are taken back. */
    Confirmations rehearsal() {
        return new Confirmations(new HashMap<>(newest));
    }

    /**
     * True when what the view says of a thing was said by a newer line.
     *
     * @param told the line that told the view last
     * @param record the line in question
     */
    public boolean isOutdated(UUID thing, SourceVersion told, RecordAccepted record) {
        SourceVersion line = SourceVersion.of(record);
        if (told.isNewerThan(line)) {
            return true;
        }
        SourceVersion confirmed = newest.isEmpty() ? null : newest.get(new Said(thing, record.districtNumber()));
        return confirmed != null && confirmed.isNewerThan(line);
    }

    /** Remembers that a line said what the view says. */
    public void add(UUID thing, SourceVersion told, RecordAccepted record) {
        if (!isOutdated(thing, told, record)) {
            Said said = new Said(thing, record.districtNumber());
            SourceVersion line = SourceVersion.of(record);
            newest.put(said, line);
            made.put(said, new Confirmed(thing, record.districtNumber(), line));
        }
    }

    /** What the batch confirmed. */
    Collection<Confirmed> made() {
        return made.values();
    }

    private static SourceVersion older(SourceVersion one, SourceVersion other) {
        return one.isNewerThan(other) ? other : one;
    }

    private static SourceVersion newer(SourceVersion one, SourceVersion other) {
        return one.isNewerThan(other) ? one : other;
    }
}
