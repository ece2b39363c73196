package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** Finds the snapshots that a caller may ask of: a district does not see what was frozen of another one alone. */
@RequestScoped
class SnapshotLookup {

    private final Snapshots snapshots;
    private final Caller caller;

    @Inject
    SnapshotLookup(Snapshots snapshots, Caller caller) {
        this.snapshots = snapshots;
        this.caller = caller;
    }

    /**
     * The snapshot of a path or a parameter.
     *
     * @throws Problem 404 when there is none that the caller may ask of
     */
    Snapshot find(String id) {
        return snapshots
                .find(QueryParameters.id("snapshot", id))
                .filter(snapshot -> snapshot.district() == null || caller.maySee(snapshot.district()))
                .orElseThrow(() -> Problem.notFound("There is no snapshot " + id + "."));
    }

    /** The snapshot to compare with: the one asked for, or the revision before. */
    Snapshot before(Snapshot snapshot, String asked) {
        return QueryParameters.text(asked)
                .map(this::find)
                .or(() -> snapshots.before(snapshot))
                .orElseThrow(() -> Problem.badRequest(
                        "bad-parameter",
                        "from is needed: this is the first revision, so name the snapshot to compare it with."));
    }
}
