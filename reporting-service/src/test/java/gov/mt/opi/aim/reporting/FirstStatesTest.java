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
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** First states are taken for new without a look. Here they are not new. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class FirstStatesTest {

    /** So late that what this test leaves behind is in nobody's count but its own. */
    private static final LocalDate DAY = LocalDate.of(2111, 3, 13);

    @Inject
    Reporting reporting;

    @Test
    void whatComesAgainWithSomethingNewIsCountedOnce() {
        UUID known = UUID.randomUUID();
        UUID student = UUID.randomUUID();
        apply(batch -> batch.enrollments().is(known, enrollment(student, "641", 1)));

        apply(batch -> {
            batch.enrollments().is(known, enrollment(student, "641", 1));
            batch.enrollments().is(UUID.randomUUID(), enrollment(UUID.randomUUID(), "641", 1));
        });

        assertThat(members("641")).isEqualTo(2);
    }

    @Test
    void whatComesAgainAfterANewerStateChangesNothing() {
        UUID enrollment = UUID.randomUUID();
        UUID student = UUID.randomUUID();
        apply(batch -> batch.enrollments().is(enrollment, enrollment(student, "642", 2)));

        apply(batch -> batch.enrollments().is(enrollment, enrollment(student, "643", 1)));

        assertThat(members("642")).isEqualTo(1);
        assertThat(members("643")).isZero();
    }

    @Test
    void whatComesAgainBehindItsTombstoneStaysGone() {
        UUID enrollment = UUID.randomUUID();
        UUID student = UUID.randomUUID();
        apply(batch -> batch.enrollments().is(enrollment, enrollment(student, "644", 2)));

        apply(batch -> {
            batch.enrollments().isGone(enrollment);
            batch.enrollments().is(enrollment, enrollment(student, "644", 1));
        });
        assertThat(members("644")).isZero();

        apply(batch -> batch.enrollments().is(enrollment, enrollment(student, "644", 1)));
        assertThat(members("644")).isZero();
    }

    @Test
    void whatWentIsKnownAmongOthersWhateverTheirKeysBeginWith() {
        UUID least = new UUID(1, 1);
        UUID middle = new UUID(Long.MAX_VALUE, -7);
        UUID greatest = new UUID(-2, 3);
        UUID student = UUID.randomUUID();
        apply(batch -> batch.enrollments().is(middle, enrollment(student, "645", 1)));
        apply(batch -> batch.enrollments().isGone(middle));

        apply(batch -> {
            for (UUID key : List.of(least, middle, greatest)) {
                batch.enrollments().is(key, enrollment(UUID.randomUUID(), "645", 1));
            }
        });

        assertThat(members("645")).isEqualTo(2);
    }

    private void apply(Consumer<StateChanges> changes) {
        StateChanges batch = StateChanges.at(Instant.now(), List.of(new Position("first states", 0, 1)));
        changes.accept(batch);
        reporting.apply(batch);
    }

    private long members(String district) {
        return reporting
                .membership(DAY, new Slice(List.of(), Map.of(Dimension.DISTRICT, Set.of(district))))
                .total();
    }

    private static Enrollment enrollment(UUID student, String district, long version) {
        LocalDate start = LocalDate.of(2110, 8, 28);
        return new Enrollment(student, district, "733", "101", 2111, "P", "09", start, null, "02", "", "", "", version);
    }
}
