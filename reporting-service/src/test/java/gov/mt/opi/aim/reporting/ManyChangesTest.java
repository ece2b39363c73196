package gov.mt.opi.aim.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.reporting.readmodel.Enrollment;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Between two questions more students change than are looked up one by one: the census takes them up in one pass. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class ManyChangesTest {

    /** So late that what this test leaves behind is in nobody's count but its own. */
    private static final LocalDate DAY = LocalDate.of(2121, 3, 13);

    private static final int MANY = 20_500;
    private static final int STAYING = 100;
    private static final int LEAVING = 30;

    @Inject
    Reporting reporting;

    @Test
    void countsThemAndThoseWhoDidNotChange() {
        List<UUID> children =
                IntStream.range(0, MANY).mapToObj(child -> UUID.randomUUID()).toList();
        apply(List.of(UUID.randomUUID(), UUID.randomUUID()), "651", 1);
        assertThat(members("651")).isEqualTo(2);

        apply(children, "652", 1);
        assertThat(members("651")).isEqualTo(2);
        assertThat(members("652")).isEqualTo(MANY);

        StateChanges batch = batch(children.subList(STAYING, MANY), "653", 2);
        children.subList(0, LEAVING).forEach(child -> batch.enrollments().isGone(enrollmentOf(child)));
        reporting.apply(batch);
        assertThat(members("651")).isEqualTo(2);
        assertThat(members("652")).isEqualTo(STAYING - LEAVING);
        assertThat(members("653")).isEqualTo(MANY - STAYING);
    }

    private void apply(List<UUID> children, String district, long version) {
        reporting.apply(batch(children, district, version));
    }

    private static StateChanges batch(List<UUID> children, String district, long version) {
        StateChanges batch = StateChanges.at(Instant.now(), List.of(new Position("many changes", 0, version)));
        LocalDate start = LocalDate.of(2120, 8, 28);
        children.forEach(child -> batch.enrollments()
                .is(
                        enrollmentOf(child),
                        new Enrollment(
                                child, district, "733", "101", 2121, "P", "09", start, null, "02", "", "", "",
                                version)));
        return batch;
    }

    /** The one enrollment of a child, whose key is made of the child's. */
    private static UUID enrollmentOf(UUID child) {
        return new UUID(child.getLeastSignificantBits(), child.getMostSignificantBits());
    }

    private long members(String district) {
        return reporting
                .membership(DAY, new Slice(List.of(), Map.of(Dimension.DISTRICT, Set.of(district))))
                .total();
    }
}
