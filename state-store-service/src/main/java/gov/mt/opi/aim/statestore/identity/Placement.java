package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How records of one kind find their place beside those that a student has already.
 *
 * @param placed they are the student's from now on
 * @param takenOut they are in the view no longer: older ones of the same thing, of whichever side, and those that wait
 * @param waiting Primary enrollments that share a day with one that stands, and that one
 */
record Placement(List<StoredRecord> placed, List<StoredRecord> takenOut, Map<StoredRecord, Enrollment> waiting) {

    static Placement of(List<StoredRecord> coming, List<StoredRecord> standing) {
        List<StoredRecord> stand = new ArrayList<>(standing);
        Placement placement = new Placement(new ArrayList<>(), new ArrayList<>(), new LinkedHashMap<>());
        coming.stream().sorted(Comparator.comparing(StoredRecord::source)).forEach(record -> {
            Optional<StoredRecord> same = stand.stream()
                    .filter(known -> known.naturalKey().equals(record.naturalKey()))
                    .findFirst();
            Optional<Enrollment> inTheWay = inTheWay(record, stand, same);
            if (same.filter(known -> !record.source().isNewerThan(known.source()))
                    .isPresent()) {
                placement.takenOut.add(record);
                return;
            }
            // The newest word about a thing holds, also while it waits.
            same.ifPresent(known -> {
                stand.remove(known);
                placement.placed.remove(known);
                placement.takenOut.add(known);
            });
            if (inTheWay.isPresent()) {
                placement.takenOut.add(record);
                placement.waiting.put(record, inTheWay.get());
            } else {
                stand.add(record);
                placement.placed.add(record);
            }
        });
        return placement;
    }

    private static Optional<Enrollment> inTheWay(
            StoredRecord record, List<StoredRecord> standing, Optional<StoredRecord> same) {
        return record.enrollment().filter(Enrollment::isPrimary).flatMap(own -> standing.stream()
                .filter(known -> !Optional.of(known).equals(same))
                .flatMap(known -> known.enrollment().stream())
                .filter(other -> other.isPrimary() && other.overlaps(own))
                .findFirst());
    }
}
