package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.intake.file.FileFolder;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Removes files that a crash left between being kept and being entered: nobody was told that we have them. */
public final class OrphanSweep {

    private static final Logger LOG = Logger.getLogger(OrphanSweep.class);

    /** What is younger may still be on its way into the ledger, through any instance. */
    private static final Duration AGE_MIN = Duration.ofHours(1);

    /** A crash leaves as many as were arriving. Where there are more, the ledger is not the one of this folder. */
    private static final int ORPHANS_MAX = 100;

    private static final int SLICE = 1_000;

    private final FileFolder folder;
    private final SubmissionLedger submissions;

    public OrphanSweep(FileFolder folder, SubmissionLedger submissions) {
        this.folder = folder;
        this.submissions = submissions;
    }

    /** Sweeps once; returns how many files went. */
    public int sweep(Instant now) throws IOException {
        List<UUID> kept = folder.keptBefore(now.minus(AGE_MIN));
        List<UUID> orphans = new ArrayList<>();
        for (int from = 0; from < kept.size(); from += SLICE) {
            List<UUID> slice = kept.subList(from, Math.min(kept.size(), from + SLICE));
            Set<UUID> known = submissions.known(slice);
            slice.stream().filter(id -> !known.contains(id)).forEach(orphans::add);
        }
        if (orphans.size() > ORPHANS_MAX) {
            LOG.warnf(
                    "%d kept files belong to no submission: they stay, because the database seems to be another one",
                    orphans.size());
            return 0;
        }
        for (UUID id : orphans) {
            folder.forget(id);
            LOG.infof("removed file %s, which a crash left before it was a submission", id);
        }
        return orphans.size();
    }
}
