package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.Excerpt;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.StatewideView;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies the SD records of a file: finds or makes the student of each, and keeps the history of identities. */
public final class StudentMerge implements StateStore.Merge {

    /** The rules that are enforced here and in matching. */
    public static Set<String> ruleIds() {
        return Set.of(
                "XS-001", "XS-002", "XS-003", "XS-004", "XS-005", "XS-006", "XS-007", "XS-008", "XS-035", "XS-036");
    }

    @Override
    public RecordType recordType() {
        return RecordType.SD;
    }

    @Override
    public List<Decision> apply(List<RecordAccepted> records, Excerpt excerpt) {
        Identification identification = new Identification(
                excerpt.students(), new Matching(excerpt.students(), excerpt::stays), excerpt.confirmations());
        return Child.all(records).stream().map(identification::decide).toList();
    }

    @Override
    public List<StateChange> save(Excerpt excerpt, StatewideView view) {
        StudentChanges changes = excerpt.students().changes();
        view.save(changes);
        Instant now = view.now();
        return changes.students().stream()
                .map(current -> announce(current, now))
                .toList();
    }

    private static StateChange announce(StudentChanges.Current current, Instant now) {
        Student student = current.student();
        Demographics is = student.current();
        Map<String, Object> fields = new LinkedHashMap<>();
        putUnlessBlank(fields, "localId", current.localId());
        fields.put("lastName", is.lastName());
        fields.put("firstName", is.firstName());
        putUnlessBlank(fields, "middleName", is.middleName());
        putUnlessBlank(fields, "suffix", is.suffix());
        fields.put("gender", is.gender());
        fields.put("birthDate", is.birthDate().toString());
        fields.put("raceEthnicity", is.raceEthnicity());
        return new StateChange(
                Topic.STATE_STUDENT,
                student.key(),
                new StateChanged(
                        1,
                        student.key(),
                        student.stateId(),
                        student.districtNumber(),
                        now,
                        student.version(),
                        new Source(
                                student.source().submissionId(),
                                student.source().line()),
                        fields));
    }

    private static void putUnlessBlank(Map<String, Object> fields, String property, String value) {
        if (!value.isEmpty()) {
            fields.put(property, value);
        }
    }
}
