package gov.mt.opi.aim.statestore.rule.attendance;

import gov.mt.opi.aim.statestore.record.Enrollment;
import gov.mt.opi.aim.statestore.record.Line;
import gov.mt.opi.aim.statestore.rule.ViewRule;
import java.util.Comparator;
import java.util.List;

/**
 * XS-034: one enrollment in the district on the count date. With several, which XS-024 allows at different schools only, the
 * student is counted with the most recent Primary, else Secondary, else special education services only.
 */
final class OneEnrollmentOnCountDate extends ViewRule {

    private static final List<String> SERVICE_TYPES = List.of("P", "S", "N");
    private static final Comparator<Enrollment> PRIMARY_FIRST = Comparator.comparing(
                    (Enrollment enrollment) -> SERVICE_TYPES.indexOf(enrollment.serviceType()))
            .thenComparing(Enrollment::start, Comparator.reverseOrder());

    OneEnrollmentOnCountDate() {
        super("XS-034", "schoolNumber");
    }

    @Override
    protected boolean holds(Line line) {
        return line.enrollmentsInTheDistrictOnCountDate().size() <= 1;
    }

    @Override
    protected String value(Line line) {
        return line.enrollmentsInTheDistrictOnCountDate().stream()
                .min(PRIMARY_FIRST)
                .map(bound -> "Service Type " + bound.serviceType() + ", " + bound.inWords())
                .orElse("");
    }
}
