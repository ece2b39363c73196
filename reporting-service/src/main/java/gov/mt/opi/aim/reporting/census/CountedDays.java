package gov.mt.opi.aim.reporting.census;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Which days of a student's enrollments count. The statewide view never has two Primary enrollments on a day, but they
 * arrive one by one, in any order: until the end of the earlier one arrives, the later one counts.
 */
final class CountedDays {

    private CountedDays() {}

    /** The stays of one student, without the days on which another of them counts instead. */
    static List<Stay> of(List<Stay> arrived) {
        List<Stay> stays = oneForEachEnrollment(arrived);
        if (stays.size() == 1) {
            return stays;
        }
        List<Stay> counted = new ArrayList<>(stays.size());
        for (Stay stay : stays) {
            List<Stay> left = List.of(stay);
            for (Stay other : stays) {
                if (other != stay && other.competesWith(stay) && other.outranks(stay)) {
                    left = without(left, other);
                }
            }
            counted.addAll(left);
        }
        return counted;
    }

    private static List<Stay> without(List<Stay> stays, Stay other) {
        List<Stay> left = new ArrayList<>(stays.size());
        for (Stay stay : stays) {
            if (other.lastDay() < stay.firstDay() || other.firstDay() > stay.lastDay()) {
                left.add(stay);
                continue;
            }
            if (stay.firstDay() < other.firstDay()) {
                left.add(stay.during(stay.firstDay(), other.firstDay() - 1));
            }
            if (other.lastDay() < stay.lastDay()) {
                left.add(stay.during(other.lastDay() + 1, stay.lastDay()));
            }
        }
        return left;
    }

    /** Two program participations of one place are only there for a moment; the newer one is meant. */
    private static List<Stay> oneForEachEnrollment(List<Stay> stays) {
        Map<UUID, Stay> newest = new LinkedHashMap<>();
        stays.forEach(stay -> newest.merge(
                stay.enrollmentKey(),
                stay,
                (one, other) -> other.programsChangedAt() > one.programsChangedAt() ? other : one));
        return List.copyOf(newest.values());
    }
}
