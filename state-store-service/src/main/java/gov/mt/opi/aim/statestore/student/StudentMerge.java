package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.event.Source;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.Excerpt;
import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.StateChange;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.StatewideView;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Applies the SD records of a file: finds or makes the student of each, and keeps the history of identities. */
public final class StudentMerge implements StateStore.Merge {

    private static final String ONE_NEAR = "XS-006";
    private static final String SEVERAL_NEAR = "XS-007";
    private static final String WAITS_FOR_STEWARD = "an identity decision of OPI";

    /** The rules that are enforced here and in matching. */
    public static Set<String> ruleIds() {
        return Set.of(
                "XS-001", "XS-002", "XS-003", "XS-004", "XS-005", ONE_NEAR, SEVERAL_NEAR, "XS-008", "XS-035", "XS-036");
    }

    @Override
    public RecordType recordType() {
        return RecordType.SD;
    }

    @Override
    public List<Decision> apply(List<RecordAccepted> records, Excerpt excerpt) {
        Work work = new Work(excerpt.students(), new Matching(excerpt.students(), excerpt::stays));
        return Child.all(records).stream().map(work::decide).toList();
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

    /** The children of one file on their way through matching; later ones meet what earlier ones became. */
    private static final class Work {
        private final Roster roster;
        private final Matching matching;

        Work(Roster roster, Matching matching) {
            this.roster = roster;
            this.matching = matching;
        }

        private Decision decide(Child child) {
            Match match = matching.match(child);
            if (match instanceof Match.Refused refused) {
                return Decision.rejected(
                                child.record(),
                                Decision.finding(refused.ruleId(), child.record(), refused.property(), refused.value())
                                        .as(refused.severity()))
                        .about(identity(child, child.stateId().orElse(""), IdentityOutcome.REJECTED));
            }
            if (child.heldBack().isPresent() && !isKnownByItsId(match)) {
                return Decision.heldBack(child.record(), WAITS_FOR_STEWARD)
                        .about(identity(child, "", IdentityOutcome.PENDING));
            }
            if (match instanceof Match.Near near) {
                String rule = near.candidates().size() == 1 ? ONE_NEAR : SEVERAL_NEAR;
                return Decision.held(
                                child.record(),
                                List.of(Decision.finding(
                                        rule,
                                        child.record(),
                                        "lastName",
                                        child.demographics().lastName())),
                                WAITS_FOR_STEWARD)
                        .about(identity(child, "", IdentityOutcome.PENDING));
            }
            if (match instanceof Match.Known known) {
                Decision updated = update(child, sentBy(child, known.student()));
                return (known.byRetiredId()
                                ? updated.with(Decision.finding(
                                        "XS-002",
                                        child.record(),
                                        "stateId",
                                        child.stateId().orElseThrow()))
                                : updated)
                        .about(identity(child, known.student().stateId(), known.how()));
            }
            String stateId = match instanceof Match.Adopted adopted ? adopted.stateId() : roster.newStateId();
            // A dry run issues nothing: the number is not told, because the next child may get it.
            boolean issued = match instanceof Match.Adopted || child.record().mode() == Mode.SUBMIT;
            return create(child, stateId).about(identity(child, issued ? stateId : "", IdentityOutcome.NEW));
        }

        private Decision create(Child child, String stateId) {
            SourceVersion source = SourceVersion.of(child.record());
            Student student = new Student(
                    roster.newKey(),
                    stateId,
                    child.record().districtNumber(),
                    child.demographics(),
                    List.of(child.demographics()),
                    child.localId().map(Set::of).orElse(Set.of()),
                    Set.of(),
                    source,
                    1);
            remember(child, sentBy(child, student), true, child.localId().isPresent());
            return Decision.of(child.record(), Outcome.ACCEPTED);
        }

        private Decision update(Child child, Student student) {
            SourceVersion source = SourceVersion.of(child.record());
            boolean newLocalId = child.localId()
                    .filter(id -> !student.localIds().contains(id))
                    .isPresent();
            if (child.demographics().equals(student.current()) && !newLocalId) {
                return Decision.of(child.record(), Outcome.UNCHANGED);
            }
            if (student.source().isNewerThan(source)) {
                return Decision.of(child.record(), Outcome.STALE)
                        .with(Decision.finding("XS-035", child.record(), "lastName", ""));
            }
            boolean otherIdentity = !child.demographics().sameIdentity(student.current());
            remember(child, updated(child, student, otherIdentity, source), otherIdentity, newLocalId);
            Decision decision = Decision.of(child.record(), Outcome.ACCEPTED);
            if (otherIdentity) {
                decision = decision.with(Decision.finding(
                        "XS-008", child.record(), "lastName", whatChanged(child.demographics(), student.current())));
            }
            if (newLocalId && student.hasOtherLocalId(child.localId().orElseThrow())) {
                decision = decision.with(Decision.finding("XS-005", child.record(), "localId", child.localIdAsSent()));
            }
            return decision;
        }

        private Student updated(Child child, Student student, boolean otherIdentity, SourceVersion source) {
            List<Demographics> names = new ArrayList<>(student.names());
            if (otherIdentity) {
                names.add(child.demographics());
            }
            Set<LocalId> localIds = new HashSet<>(student.localIds());
            child.localId().ifPresent(localIds::add);
            return new Student(
                    student.key(),
                    student.stateId(),
                    child.record().districtNumber(),
                    child.demographics(),
                    names,
                    localIds,
                    student.senders(),
                    source,
                    student.version() + 1);
        }

        /** A district that sends no local ID leaves no other trace of having sent the student. */
        private Student sentBy(Child child, Student student) {
            String district = child.record().districtNumber();
            if (child.localId().isPresent() || StudentFacts.of(student).wasSentBy(district)) {
                return student;
            }
            Student sent = student.sentAlsoBy(district);
            roster.put(sent);
            roster.changes().add(new StudentChanges.SentBy(student.key(), district));
            return sent;
        }

        private void remember(Child child, Student student, boolean newName, boolean newLocalId) {
            roster.put(student);
            roster.changes().add(student, child.localIdAsSent());
            if (newName) {
                roster.changes()
                        .add(new StudentChanges.NameUsed(student.key(), child.demographics(), student.source()));
            }
            if (newLocalId) {
                roster.changes()
                        .add(new StudentChanges.LocalIdUsed(
                                student.key(), child.localId().orElseThrow(), child.localIdAsSent(), student.source()));
            }
        }
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

    /** Names the fields that changed; their values are in the record and in the history. */
    private static String whatChanged(Demographics now, Demographics before) {
        List<String> changed = new ArrayList<>();
        if (!now.lastName().equals(before.lastName())) {
            changed.add("last name");
        }
        if (!now.firstName().equals(before.firstName())) {
            changed.add("first name");
        }
        if (!now.middleName().equals(before.middleName())) {
            changed.add("middle name");
        }
        if (!now.suffix().equals(before.suffix())) {
            changed.add("suffix");
        }
        if (!now.gender().equals(before.gender())) {
            changed.add("gender");
        }
        if (!now.birthDate().equals(before.birthDate())) {
            changed.add("birth date");
        }
        return String.join(", ", changed);
    }

    /** Twins that look alike are told apart by the local IDs under which they are known. */
    private static boolean isKnownByItsId(Match match) {
        return match instanceof Match.Known known && known.how() != IdentityOutcome.MATCHED;
    }

    private static RecordOutcome.Identity identity(Child child, String stateId, IdentityOutcome how) {
        return new RecordOutcome.Identity(child.localIdAsSent(), stateId, how);
    }
}
