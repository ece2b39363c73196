package gov.mt.opi.aim.reporting.collection;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** All collections. */
public interface Collections {

    void put(Collection collection);

    Optional<Collection> find(String id);

    /** Newest count date first. */
    List<Collection> all();

    /** Collections whose window is over and whose snapshot nobody has taken since. */
    List<Collection> due(LocalDate today);
}
