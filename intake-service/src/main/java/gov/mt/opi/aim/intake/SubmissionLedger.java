package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Holds every submission, refused ones too. */
public interface SubmissionLedger {

    /**
     * Enters a file as work, unless its district sent the same bytes in the same mode before and does not ask for them
     * again. Of several at the same moment one is taken. Safe to repeat for the same arrival.
     *
     * @return {@link Receipt.Taken} or {@link Receipt.Duplicate}
     */
    Receipt take(Arrival arrival);

    /** Enters a file that cannot be taken. */
    Submission refuse(Arrival arrival);

    Optional<Submission> find(UUID id);

    /** Those of the submissions that exist, in no order. */
    List<Submission> findAll(Collection<UUID> ids);

    /** Those of the ids that are a submission's. */
    Set<UUID> known(Collection<UUID> ids);

    /** Submissions, newest first. */
    Page<Submission> page(Optional<String> districtNumber, Optional<SubmissionStatus> status, PageRequest page);
}
