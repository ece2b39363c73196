package gov.mt.opi.aim.intake.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.RecordOutcome.Identity;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.layout.RecordType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class StateIdSegmentTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");

    private StateIdSegment segment = StateIdSegment.of(new byte[0]);

    @Test
    void listsStudentsByLineHoweverTheyCame() {
        segment.put(outcome(2000, Outcome.ACCEPTED, new Identity("B", "900000002", IdentityOutcome.MATCHED)));
        segment.put(outcome(1024, Outcome.ACCEPTED, new Identity("A", "900000001", IdentityOutcome.NEW)));

        assertThat(segment.list("63"))
                .containsExactly(
                        new StateIdLine(1024, "63", "A", "900000001", "NEW"),
                        new StateIdLine(2000, "63", "B", "900000002", "MATCHED"));
        assertThat(segment.lines()).isEqualTo(2);
    }

    @Test
    void isTheSameAfterItWasStored() {
        segment.put(outcome(2, Outcome.ACCEPTED, new Identity("Ñ 1", "900000001", IdentityOutcome.EXISTING)));
        segment.put(outcome(3, Outcome.ACCEPTED, new Identity("", "900000002", IdentityOutcome.CONFIRMED)));
        List<StateIdLine> before = segment.list("63");

        segment = StateIdSegment.of(segment.stored());

        assertThat(segment.list("63")).isEqualTo(before);
        assertThat(segment.lines()).isEqualTo(2);
    }

    @Test
    void isStoredAsTheMigrationsWriteIt() {
        segment.put(outcome(3, Outcome.ACCEPTED, new Identity("Ñ 1", "900000001", IdentityOutcome.NEW)));
        segment.put(outcome(2, Outcome.REJECTED, null));

        assertThat(new String(segment.stored(), StandardCharsets.UTF_8))
                .isEqualTo("2\t\t\tREJECTED\n3\tÑ 1\t900000001\tNEW\n");
    }

    @Test
    void replacesTheStudentOfALineThatWaited() {
        segment.put(outcome(2, Outcome.HELD, null));
        assertThat(segment.list("63")).containsExactly(new StateIdLine(2, "63", "", "", "PENDING"));

        segment = StateIdSegment.of(segment.stored());
        segment.put(outcome(2, Outcome.ACCEPTED, new Identity("A", "900000001", IdentityOutcome.MATCHED)));

        assertThat(segment.list("63")).containsExactly(new StateIdLine(2, "63", "A", "900000001", "MATCHED"));
        assertThat(segment.lines()).isEqualTo(1);
    }

    @Test
    void keepsLinesApartWhateverAValueClaims() {
        segment.put(outcome(2, Outcome.ACCEPTED, new Identity("A\tB\nC", null, IdentityOutcome.NEW)));

        assertThat(StateIdSegment.of(segment.stored()).list("63"))
                .containsExactly(new StateIdLine(2, "63", "A B C", "", "NEW"));
    }

    private static RecordOutcome outcome(int line, Outcome outcome, Identity identity) {
        return new RecordOutcome(
                1, ID, "63", line, RecordType.SD, outcome, DecidedBy.STATE_STORE, List.of(), Map.of(), identity);
    }
}
