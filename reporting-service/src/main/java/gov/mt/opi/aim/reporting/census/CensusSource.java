package gov.mt.opi.aim.reporting.census;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/** Where the census is read from. */
public interface CensusSource {

    /**
     * Reads what changed, all of it as of one moment.
     *
     * @param since the moment up to which the reader knows everything; empty when it knows nothing
     */
    <T> T read(Optional<Moment> since, Function<Reading, T> reader);

    /** The moment that it is now; asking costs next to nothing. */
    Moment now();

    /**
     * A moment of the read model.
     *
     * @param change the last change that belongs to it
     * @param asOf when the read model had last changed; empty when it was empty
     */
    record Moment(long change, Optional<Instant> asOf) {}

    /** The read model as of one moment. */
    interface Reading {

        Moment moment();

        /** Whose stays changed; empty when too many to name, so that everything is to be read. */
        Optional<Set<UUID>> changed();

        /** All stays of those who changed, or of everybody when they are not named; a student's one after the other. */
        void stays(Consumer<Stay> stays);
    }
}
