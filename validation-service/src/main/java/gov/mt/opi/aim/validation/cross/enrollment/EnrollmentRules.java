package gov.mt.opi.aim.validation.cross.enrollment;

import gov.mt.opi.aim.validation.cross.CrossRule;
import java.util.List;

/** The rules across enrollments, by the step in which they speak. */
public final class EnrollmentRules {

    private EnrollmentRules() {}

    /** Both see the same enrollments, and never speak about the same two. */
    public static List<CrossRule> overlaps() {
        return List.of(Overlap.ofPrimaries(), Overlap.inOneSchool());
    }

    /**
     * What rejects nothing.
     *
     * @param compulsoryAge age in years at which school is compulsory
     */
    public static List<CrossRule> warnings(int compulsoryAge) {
        return List.of(
                new ReentryStatus(),
                new DropoutCameBack(),
                new TransferArrives(),
                new UnderCompulsoryAge(compulsoryAge));
    }
}
