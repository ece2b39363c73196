package gov.mt.opi.aim.reporting.collection;

import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.reporting.registry.Registry;
import gov.mt.opi.aim.reporting.snapshot.CountDay;
import gov.mt.opi.aim.reporting.snapshot.Snapshot;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import gov.mt.opi.aim.reporting.snapshot.Snapshots;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Takes the snapshots of collections: when OPI asks, and by itself when a window is over. */
public final class CollectionSnapshots {

    /** Who takes the snapshots that nobody asked for. */
    public static final String SCHEDULE = "schedule";

    private final Collections collections;
    private final Snapshots snapshots;
    private final Registry registry;

    public CollectionSnapshots(Collections collections, Snapshots snapshots, Registry registry) {
        this.collections = collections;
        this.snapshots = snapshots;
        this.registry = registry;
    }

    /** Takes the snapshots of all collections whose window ended before today. */
    public List<Snapshot> takeDue(LocalDate today, Instant now) {
        return collections.due(today).stream()
                .flatMap(collection -> snapshots
                        .takeUnlessTakenAfter(collection.closesOn(), order(collection, Optional.empty(), SCHEDULE, now))
                        .stream())
                .toList();
    }

    public Snapshot take(Collection collection, String takenBy, Instant now) {
        return snapshots.take(order(collection, Optional.empty(), takenBy, now));
    }

    /** What is to be frozen of a collection: everybody, or the members of one district. */
    public SnapshotOrder order(Collection collection, Optional<String> district, String takenBy, Instant now) {
        return new SnapshotOrder(
                UUID.randomUUID(),
                collection.name(),
                collection.countDate(),
                countDays(collection),
                district,
                Optional.of(collection.id()),
                takenBy,
                now);
    }

    /** The count dates that differ from the one for all. */
    private List<CountDay> countDays(Collection collection) {
        if (!collection.byCalendar()) {
            return List.of();
        }
        return registry.calendars().stream()
                .filter(calendar -> calendar.year() == collection.year())
                .filter(calendar -> calendar.testWindowDate() != null)
                .map(CollectionSnapshots::countDay)
                .toList();
    }

    private static CountDay countDay(Calendar calendar) {
        return new CountDay(
                calendar.districtNumber(),
                calendar.schoolNumber(),
                calendar.calendarNumber(),
                calendar.year(),
                calendar.testWindowDate());
    }
}
