package gov.mt.opi.aim.statestore.db;

import static gov.mt.opi.aim.statestore.db.ViewFailure.rethrown;

import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.changes.Change;
import gov.mt.opi.aim.statestore.changes.ChangeCursor;
import gov.mt.opi.aim.statestore.changes.ChangedThing;
import gov.mt.opi.aim.statestore.changes.Changes;
import gov.mt.opi.aim.statestore.changes.ThingKind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;

/** The changes of the view from PostgreSQL: which things changed from their rows, what they are now from the view. */
public final class JdbcChanges implements Changes {

    /** Changed things that one call looks at; what is behind them is for the next call. */
    private static final int LOOKED_AT_MAX = 20_000;

    /** Things whose values are fetched together. */
    private static final int SLICE = 1000;

    private final DataSource database;

    public JdbcChanges(DataSource database) {
        this.database = database;
    }

    @Override
    public Optional<Portion> after(ChangeCursor cursor, Optional<String> onlyDistrict, int limit) {
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                ChangeTable.number(connection);
                return ChangeTable.isGivenOut(connection, cursor)
                        ? Optional.of(new Reading(connection, onlyDistrict, limit).from(cursor))
                        : Optional.empty();
            }
        });
    }

    @Override
    public ChangeCursor since(Instant moment) {
        return rethrown(() -> {
            try (Connection connection = database.getConnection()) {
                ChangeTable.number(connection);
                return new ChangeCursor(ChangeTable.firstSince(connection, moment), 0);
            }
        });
    }

    /** One call on its way through the rows. */
    private static final class Reading {
        private final CurrentThings view;
        private final Connection connection;
        private final Optional<String> onlyDistrict;
        private final int limit;
        private final List<Change> items = new ArrayList<>();
        private ChangeCursor reached;
        private int lookedAt;

        Reading(Connection connection, Optional<String> onlyDistrict, int limit) {
            this.connection = connection;
            this.view = new CurrentThings(connection);
            this.onlyDistrict = onlyDistrict;
            this.limit = limit;
        }

        Portion from(ChangeCursor cursor) throws SQLException {
            reached = cursor;
            while (true) {
                List<Place> places = ahead();
                if (places.isEmpty()) {
                    return new Portion(items, reached, false);
                }
                for (int from = 0; from < places.size(); from += SLICE) {
                    if (!take(places.subList(from, Math.min(places.size(), from + SLICE)))) {
                        return new Portion(items, reached, true);
                    }
                }
            }
        }

        /** A changed thing and the cursor behind it. */
        private record Place(ChangedThing thing, ChangeCursor behind) {}

        private List<Place> ahead() throws SQLException {
            List<Place> places = new ArrayList<>();
            for (ChangeTable.Batch batch : ChangeTable.from(connection, reached.batch())) {
                int first = batch.number() == reached.batch() ? reached.position() : 0;
                int end = batch.things().size();
                for (int i = first; i < end; i++) {
                    places.add(new Place(
                            batch.things().get(i),
                            i + 1 == end
                                    ? new ChangeCursor(batch.number() + 1, 0)
                                    : new ChangeCursor(batch.number(), i + 1)));
                }
            }
            return places;
        }

        /** Takes a slice; false when the portion is full before its end. */
        private boolean take(List<Place> slice) throws SQLException {
            Map<UUID, StateChange> states = states(slice);
            for (Place place : slice) {
                if (items.size() == limit || lookedAt == LOOKED_AT_MAX) {
                    return false;
                }
                lookedAt++;
                reached = place.behind();
                StateChange state = states.get(place.thing().key());
                // Where the view knows a newer version, a later row says so.
                if (state != null
                        && state.value().version() == place.thing().version()
                        && state.gone() == place.thing().gone()) {
                    items.add(change(place.thing().kind(), state));
                }
            }
            return true;
        }

        private Map<UUID, StateChange> states(List<Place> slice) throws SQLException {
            Map<UUID, StateChange> states = new HashMap<>();
            for (ThingKind kind : ThingKind.values()) {
                states.putAll(view.find(
                        kind,
                        keys(slice.stream().map(Place::thing).filter(thing -> thing.kind() == kind && !thing.gone())),
                        onlyDistrict));
            }
            List<UUID> gone = keys(slice.stream().map(Place::thing).filter(ChangedThing::gone));
            if (!gone.isEmpty()) {
                states.putAll(view.gone(gone, onlyDistrict));
            }
            return states;
        }

        private static List<UUID> keys(Stream<ChangedThing> things) {
            return things.map(ChangedThing::key).distinct().toList();
        }

        private static Change change(ThingKind kind, StateChange state) {
            return new Change(
                    kind.word(),
                    state.key(),
                    state.value().studentKey(),
                    state.value().stateId(),
                    state.value().districtNumber(),
                    state.value().version(),
                    state.value().changedAt(),
                    state.gone(),
                    state.gone() ? null : state.value());
        }
    }
}
