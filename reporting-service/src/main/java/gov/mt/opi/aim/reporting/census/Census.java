package gov.mt.opi.aim.reporting.census;

import gov.mt.opi.aim.reporting.census.CensusSource.Moment;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * Who is a member when, kept equal to the read model: before it counts it reads what changed since it last counted, which
 * after a quiet minute is nothing. About 50 bytes a stay: 40 MB for four years of 150,000 students.
 */
public final class Census {

    /** A change of one student copies the block that the student is in; a block is some dozen students. */
    private static final int BLOCKS = 4096;

    private final CensusSource source;
    private final Codes[] codes = new Codes[Dimension.values().length];
    private volatile Known known = new Known(Optional.empty(), Block.none(BLOCKS));

    private record Known(Optional<Moment> moment, Block[] blocks) {

        boolean reaches(Moment now) {
            return moment.isPresent() && moment.get().change() >= now.change();
        }

        /** The same when nothing that is counted has changed since. */
        Known at(Moment now) {
            return moment.get().change() == now.change() ? new Known(Optional.of(now), blocks) : this;
        }
    }

    public Census(CensusSource source) {
        this.source = source;
        for (int i = 0; i < codes.length; i++) {
            codes[i] = new Codes(Dimension.values()[i].order());
        }
    }

    /** Counts the members of a day ({@code reports.md}, Membership on date D), as the read model is now. */
    public Counts membership(LocalDate on, Slice slice) {
        Known now = current();
        return new Tally(slice, codes).count((int) on.toEpochDay(), now.blocks, now.moment.flatMap(Moment::asOf));
    }

    /**
     * Takes up what changed. To be called every few seconds, so that whoever counts next waits only for what changed since: what
     * a load changes costs the same read in parts.
     */
    public void catchUp() {
        current();
    }

    /**
     * The census of now. Most often nothing changed, and each caller sees that without waiting for the others; else one
     * thread reads what changed and those who came before it began take what it read.
     */
    private Known current() {
        Moment now = source.now();
        Known seen = known;
        return seen.reaches(now) ? seen.at(now) : readUpTo(now);
    }

    private synchronized Known readUpTo(Moment now) {
        if (!known.reaches(now)) {
            known = source.read(known.moment, this::take);
        }
        return known;
    }

    private Known take(CensusSource.Reading reading) {
        Optional<Set<UUID>> changed = reading.changed();
        if (changed.isPresent() && changed.get().isEmpty()) {
            return new Known(Optional.of(reading.moment()), known.blocks);
        }
        Arrivals arrivals = new Arrivals();
        reading.stays(arrivals);
        arrivals.endOfStudent();
        Block[] before = changed.isPresent() ? known.blocks : Block.none(BLOCKS);
        return new Known(Optional.of(reading.moment()), arrivals.over(before, changed.orElse(Set.of())));
    }

    private static int blockOf(UUID student) {
        // Keys may be ordered by time in their upper bits, so the lower ones say where.
        long bits = student.getLeastSignificantBits() ^ (student.getLeastSignificantBits() >>> 32);
        return (int) (bits ^ (bits >>> 16)) & (BLOCKS - 1);
    }

    /** New stays on their way into blocks. The stays of a student come one after the other. */
    private final class Arrivals implements Consumer<Stay> {
        private final Map<Integer, Block> blocks = new HashMap<>();
        private final List<Stay> ofOneStudent = new ArrayList<>();

        @Override
        public void accept(Stay stay) {
            if (!ofOneStudent.isEmpty() && !ofOneStudent.get(0).studentKey().equals(stay.studentKey())) {
                endOfStudent();
            }
            ofOneStudent.add(stay);
        }

        void endOfStudent() {
            if (ofOneStudent.isEmpty()) {
                return;
            }
            Block block = block(ofOneStudent.get(0).studentKey());
            CountedDays.of(ofOneStudent).forEach(stay -> block.add(stay, codes));
            ofOneStudent.clear();
        }

        /** The blocks with what arrived in place of what they had of some students. */
        Block[] over(Block[] before, Set<UUID> replaced) {
            replaced.forEach(this::block);
            Block[] after = before.clone();
            blocks.forEach((number, block) -> {
                block.addAll(before[number], replaced);
                after[number] = block.trimmed();
            });
            return after;
        }

        private Block block(UUID student) {
            return blocks.computeIfAbsent(blockOf(student), number -> new Block());
        }
    }
}
