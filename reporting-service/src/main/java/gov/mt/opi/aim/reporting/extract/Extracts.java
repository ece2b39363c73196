package gov.mt.opi.aim.reporting.extract;

import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Where the lines of extracts come from. */
public interface Extracts {

    /**
     * The lines of an extract, the header first.
     *
     * @param district narrows it to one district
     * @param account who asks, for the audit
     */
    void write(Extract extract, Snapshot snapshot, Optional<String> district, String account, Consumer<String> lines);

    /**
     * The lines of a state view, the header first.
     *
     * @return when the view had last changed; empty when it was empty
     */
    Optional<Instant> write(StateView view, String account, Consumer<String> lines);
}
