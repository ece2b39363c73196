package gov.mt.opi.aim.validation.gathering;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gathers the lines of files until a file is complete, and knows how far a partition may be committed: never past the
 * first line of a file that has not been judged. A crash then costs a second reading and nothing else.
 *
 * <p>Intake publishes a file's lines in order on one partition, and a district's files one after the other; lines may come
 * twice. So a file that begins with another line than its first is a leftover of one that was judged long ago.
 *
 * <p>Safe for two threads: the one that works and the one that is told about partitions.
 */
public final class Barrier {

    /** Where reading of a partition begins, when the broker could not be asked. */
    public static final long UNKNOWN_POSITION = -1;

    private final Map<Integer, Tenure> tenures = new HashMap<>();
    private final Map<UUID, Boolean> judged;
    private long leftovers;

    /**
     * A barrier.
     *
     * @param rememberedFiles how many judged files are remembered, so that their stray duplicates are not taken for news
     */
    public Barrier(int rememberedFiles) {
        this.judged = new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<UUID, Boolean> eldest) {
                return size() > rememberedFiles;
            }
        };
    }

    /** A partition is ours from now on. Reading begins at that offset; batches still on their way are not of it. */
    public synchronized void begin(int partition, long position) {
        tenures.put(partition, new Tenure(position));
    }

    /** A partition is no longer ours: whoever has it next reads its unfinished files again from their first lines. */
    public synchronized void end(int partition) {
        tenures.remove(partition);
    }

    /**
     * A run of messages of a partition has arrived.
     *
     * @param first offset of the first message
     * @param next offset behind the last message
     * @return false when the run was fetched before the partition came to us (again) and must be left alone
     */
    public synchronized boolean arrive(int partition, long first, long next) {
        Tenure tenure = tenures.get(partition);
        return tenure != null && tenure.advance(first, next);
    }

    /**
     * Adds a line.
     *
     * @return the file, when this line completes it; it must be judged and then {@link #done}
     */
    public synchronized Optional<GatheredFile> add(int partition, long offset, RecordSubmitted line) {
        Tenure tenure = tenures.get(partition);
        if (tenure == null || judged.get(line.submissionId()) != null) {
            leftovers++;
            return Optional.empty();
        }
        Unfinished unfinished = tenure.files.get(line.submissionId());
        if (unfinished == null) {
            if (line.ordinal() != 1) {
                leftovers++;
                return Optional.empty();
            }
            unfinished = new Unfinished(offset, new GatheredFile(FileFacts.of(line)));
            tenure.files.put(line.submissionId(), unfinished);
        }
        if (unfinished.file.isComplete()) {
            return Optional.empty();
        }
        unfinished.file.add(line);
        return unfinished.file.isComplete() ? Optional.of(unfinished.file) : Optional.empty();
    }

    /** The verdict about a file is with the broker. */
    public synchronized void done(GatheredFile file) {
        judged.put(file.facts().submissionId(), Boolean.TRUE);
        for (Tenure tenure : tenures.values()) {
            if (tenure.files.remove(file.facts().submissionId()) != null) {
                tenure.overtake(file.facts());
            }
        }
    }

    /** The offset that each partition may be committed to now. */
    public synchronized Map<Integer, Long> safeOffsets() {
        Map<Integer, Long> offsets = new HashMap<>();
        tenures.forEach((partition, tenure) -> {
            if (tenure.started) {
                offsets.put(partition, tenure.safeOffset());
            }
        });
        return offsets;
    }

    /** Files of which some lines are here. */
    public synchronized int unfinishedFiles() {
        return tenures.values().stream().mapToInt(tenure -> tenure.files.size()).sum();
    }

    /** Lines so far that belonged to no file in sight. */
    public synchronized long leftovers() {
        return leftovers;
    }

    /** The time during which a partition is ours without interruption. */
    private static final class Tenure {
        private final Map<UUID, Unfinished> files = new LinkedHashMap<>();
        private long next;
        private boolean started;

        Tenure(long position) {
            this.next = position;
        }

        /**
         * Batches come in order, so those of an earlier tenure come first: until the expected offset was seen once, a
         * gap means such a batch, afterwards it means that the broker has nothing between.
         */
        boolean advance(long first, long behindLast) {
            boolean ahead = !started && next != UNKNOWN_POSITION && first > next;
            if (ahead || behindLast <= next) {
                return false;
            }
            started = true;
            next = behindLast;
            return true;
        }

        long safeOffset() {
            return files.values().stream()
                    .filter(unfinished -> !unfinished.overtaken)
                    .mapToLong(unfinished -> unfinished.firstOffset)
                    .min()
                    .orElse(next);
        }

        /**
         * An earlier file of the district that is still not complete can hardly become so any more: it is a leftover, or
         * a line of it was lost to the dead letters. It no longer holds back the offsets, and the next time it goes.
         */
        void overtake(FileFacts by) {
            Collection<Unfinished> all = files.values();
            all.removeIf(earlier -> earlier.overtaken && earlier.isBefore(by));
            all.stream().filter(earlier -> earlier.isBefore(by)).forEach(earlier -> earlier.overtaken = true);
        }
    }

    /** A file on its way. */
    private static final class Unfinished {
        private final long firstOffset;
        private final GatheredFile file;
        private boolean overtaken;

        Unfinished(long firstOffset, GatheredFile file) {
            this.firstOffset = firstOffset;
            this.file = file;
        }

        boolean isBefore(FileFacts other) {
            return file.facts().districtNumber().equals(other.districtNumber())
                    && file.facts().sequence() < other.sequence();
        }
    }
}
