package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.record.RecordKind;
import gov.mt.opi.aim.statestore.record.StoredRecord;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionsTest {

    private static final String JANE = "123456789";

    private final MemoryView view = new MemoryView();
    private final History history = new History(view);
    private final Corrections corrections = new Corrections(view, Merges.all(Settings.ofTheState()));
    private final Records first = Records.file("63", 5)
            .adopting()
            .sd(JANE, "10045", "Doe", "Jane", "F", "1995-05-14")
            .en(JANE, "733", "P", "2006-08-28", "")
            .pp(JANE, "R");

    CorrectionsTest() {
        history.send(first);
    }

    @Test
    void aVoidedRecordLeavesTheViewWithATombstoneAndAnEntryInTheAudit() {
        StoredRecord enrollment = enrollments().get(0);
        assertThat(voidIt(enrollment.key(), Optional.of("63"))).isTrue();
        assertThat(enrollments()).isEmpty();
        StateChange last = view.changes.get(view.changes.size() - 1);
        assertThat(last.gone()).isTrue();
        assertThat(last.key()).isEqualTo(enrollment.key());
        assertThat(last.value().version()).isEqualTo(2);
        assertThat(last.value().stateId()).isEqualTo(JANE);
        assertThat(view.audit).extracting(AuditEntry::action).containsExactly(AuditAction.RECORD_VOIDED);
    }

    @Test
    void nobodyVoidsWhatIsAnothersOrNotThere() {
        assertThat(voidIt(enrollments().get(0).key(), Optional.of("64"))).isFalse();
        assertThat(voidIt(UUID.randomUUID(), Optional.empty())).isFalse();
        assertThat(enrollments()).hasSize(1);
        assertThat(view.audit).isEmpty();
    }

    @Test
    void programsAreVoidedLikeEnrollments() {
        UUID key = view.records
                .get(RecordKind.PROGRAM_PARTICIPATION)
                .keySet()
                .iterator()
                .next();
        assertThat(corrections.voidRecord(new Corrections.Voiding(
                        RecordKind.PROGRAM_PARTICIPATION, key, Optional.empty(), "opi", "sent by mistake")))
                .isTrue();
        assertThat(view.records.get(RecordKind.PROGRAM_PARTICIPATION)).isEmpty();
    }

    @Test
    void whatWaitedForAVoidedEnrollmentGoesOn() {
        Records moved = Records.file("64", 6).en(JANE, "1", "P", "2007-01-08", "");
        history.send(moved);
        voidIt(enrollments().get(0).key(), Optional.empty());
        assertThat(outcome(moved)).isEqualTo(Outcome.ACCEPTED);
    }

    @Test
    void aVoidedEnrollmentComesBackWithANewerFileAsTheSameThing() {
        UUID key = enrollments().get(0).key();
        voidIt(key, Optional.empty());
        Records again = Records.file("63", 7).en(JANE, "733", "P", "2006-08-28", "");
        history.send(again);
        assertThat(outcome(again)).isEqualTo(Outcome.ACCEPTED);
        assertThat(enrollments()).singleElement().satisfies(back -> {
            assertThat(back.key()).isEqualTo(key);
            assertThat(back.version()).isEqualTo(3);
        });
    }

    @Test
    void anOlderFileDoesNotBringAVoidedEnrollmentBack() {
        voidIt(enrollments().get(0).key(), Optional.empty());
        Records older = Records.file("63", 4).en(JANE, "733", "P", "2006-08-28", "2007-01-05");
        history.send(older);
        assertThat(outcome(older)).isEqualTo(Outcome.STALE);
        history.send(first);
        assertThat(enrollments()).isEmpty();
    }

    @Test
    void aLineThatWaitsToChangeTheVoidedEnrollmentIsStale() {
        history.send(Records.file("63", 6).en(JANE, "733", "S", "2006-08-28", ""));
        history.send(Records.file("64", 7).en(JANE, "1", "P", "2007-01-08", ""));
        Records primaryAgain = Records.file("63", 8).en(JANE, "733", "P", "2006-08-28", "");
        history.send(primaryAgain);
        assertThat(outcome(primaryAgain)).isEqualTo(Outcome.HELD);
        voidIt(
                enrollments().stream()
                        .filter(known -> known.naturalKey().get(0).equals("63"))
                        .findFirst()
                        .orElseThrow()
                        .key(),
                Optional.empty());
        assertThat(outcome(primaryAgain)).isEqualTo(Outcome.STALE);
        assertThat(view.heldLines(view.students.keySet())).isEmpty();
    }

    private boolean voidIt(UUID key, Optional<String> onlyDistrict) {
        return corrections.voidRecord(new Corrections.Voiding(
                RecordKind.ENROLLMENT, key, onlyDistrict, "district-63", "never came to school"));
    }

    private List<StoredRecord> enrollments() {
        return List.copyOf(view.records.get(RecordKind.ENROLLMENT).values());
    }

    /** The last word about the first line of a file. */
    private Outcome outcome(Records file) {
        List<Decision> told = history.toldAbout(file, 2);
        return told.get(told.size() - 1).outcome();
    }
}
