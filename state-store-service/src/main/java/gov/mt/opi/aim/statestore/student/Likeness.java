package gov.mt.opi.aim.statestore.student;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A child beside a student whom it may be.
 *
 * @param student the student
 * @param best how the child resembles the student, by the identity that it resembles most
 * @param exact whether it is exactly the current identity (tier 2)
 * @param mild whether it differs mildly from some identity (tier 3)
 * @param near whether a person must look when nothing else decides (tier 4)
 * @param score points; they only order the steward's queue
 */
record Likeness(Student student, Resemblance best, boolean exact, boolean mild, boolean near, int score) {

    static final Comparator<Likeness> BY_SCORE = Comparator.comparing(Likeness::score)
            .reversed()
            .thenComparing(likeness -> likeness.student().stateId());

    private static final int SAME_DISTRICT = 3;
    private static final int SAME_LOCAL_ID = 5;

    static Likeness of(Child child, Student student) {
        return of(child.demographics(), child.localId(), child.record().districtNumber(), student);
    }

    static Likeness of(Demographics child, Optional<LocalId> localId, String districtNumber, Student student) {
        List<Resemblance> all = student.names().stream()
                .map(known -> Resemblance.of(child, known, known.sameIdentity(student.current())))
                .toList();
        boolean exact = all.stream().anyMatch(Resemblance::isExact);
        boolean mild = all.stream().anyMatch(Resemblance::isMild);
        int ties = ties(localId, districtNumber, student);
        boolean near = exact
                || mild
                || all.stream()
                        .anyMatch(resemblance ->
                                !resemblance.isSibling() && resemblance.score() + ties >= Resemblance.THRESHOLD);
        Resemblance best = all.stream()
                .max(Comparator.comparing(Resemblance::score))
                .orElseThrow(() -> new IllegalStateException("a student without a name"));
        return new Likeness(student, best, exact, mild, near, best.score() + ties);
    }

    /** True when it depends on the student's enrollments whether the two are one (tiers 2 and 3). */
    boolean dependsOnHistory(Child child) {
        return exact && child.localId().filter(student::hasOtherLocalId).isPresent() || mild && !exact;
    }

    private static int ties(Optional<LocalId> localId, String districtNumber, Student student) {
        boolean sameDistrict = student.districtNumber().equals(districtNumber)
                || student.localIds().stream()
                        .anyMatch(known -> known.districtNumber().equals(districtNumber));
        return (sameDistrict ? SAME_DISTRICT : 0)
                + (localId.filter(student.localIds()::contains).isPresent() ? SAME_LOCAL_ID : 0);
    }
}
