package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Submissions in memory. */
final class RememberedArrivals implements SubmissionLedger {

    private final List<Arrival> arrivals = new ArrayList<>();

    Arrival last() {
        return arrivals.get(arrivals.size() - 1);
    }

    @Override
    public Receipt take(Arrival arrival) {
        Optional<Arrival> earlier = arrivals.stream()
                .filter(other -> !other.isRefused() && !arrival.offer().again())
                .filter(other -> other.sha256().equals(arrival.sha256()))
                .findFirst();
        if (earlier.isPresent()) {
            return new Receipt.Duplicate(submission(earlier.get()));
        }
        arrivals.add(arrival);
        return new Receipt.Taken(submission(arrival));
    }

    @Override
    public Submission refuse(Arrival arrival) {
        arrivals.add(arrival);
        return submission(arrival);
    }

    @Override
    public Optional<Submission> find(UUID id) {
        return arrivals.stream()
                .filter(arrival -> arrival.id().equals(id))
                .map(RememberedArrivals::submission)
                .findFirst();
    }

    @Override
    public List<Submission> findAll(Collection<UUID> ids) {
        return ids.stream().map(this::find).flatMap(Optional::stream).toList();
    }

    @Override
    public Set<UUID> known(Collection<UUID> ids) {
        return findAll(ids).stream().map(Submission::id).collect(Collectors.toSet());
    }

    @Override
    public Page<Submission> page(Optional<String> district, Optional<SubmissionStatus> status, PageRequest page) {
        return Page.of(arrivals.stream().map(RememberedArrivals::submission).toList(), page);
    }

    private static Submission submission(Arrival arrival) {
        return new Submission(
                arrival.id(),
                arrival.districtNumber(),
                arrival.fileName(),
                arrival.offer().mode(),
                arrival.offer().adoptStateIds(),
                arrival.sha256(),
                arrival.sizeBytes(),
                arrival.survey().encoding(),
                arrival.survey().header().timestamp(),
                arrival.survey().header().version(),
                arrival.receivedAt(),
                arrival.offer().sender(),
                Optional.empty(),
                arrival.isRefused() ? SubmissionStatus.REFUSED : SubmissionStatus.RECEIVED,
                Optional.empty(),
                Map.of(),
                Map.of(),
                RuleCatalogue.VERSION,
                arrival.offer().replayOf());
    }
}
