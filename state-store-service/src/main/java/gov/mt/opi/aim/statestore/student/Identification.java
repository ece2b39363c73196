package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.chassis.key.TimeOrderedKeys;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.statestore.Confirmations;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The children of one file on their way to a student; later ones meet what earlier ones became. */
final class Identification {

    private static final String ONE_NEAR = "XS-006";
    private static final String SEVERAL_NEAR = "XS-007";
    private static final String WAITS_FOR_STEWARD = "an identity decision of OPI";

    private final Roster roster;
    private final Matching matching;
    private final Confirmations confirmations;

    Identification(Roster roster, Matching matching, Confirmations confirmations) {
        this.roster = roster;
        this.matching = matching;
        this.confirmations = confirmations;
    }

    Decision decide(Child child) {
        Optional<Rulings.Ruling> ruling = roster.rulings().about(child.record());
        if (ruling.isPresent() && ruling.get() instanceof Rulings.Refused refused) {
            return refuse(child, refused);
        }
        Match match = ruling.map(ruled -> ruled(child, ruled)).orElseGet(() -> matching.match(child));
        if (match instanceof Match.Refused refused) {
            Finding finding = Decision.finding(refused.ruleId(), child.record(), refused.property(), refused.value())
                    .as(refused.severity());
            return Decision.rejected(child.record(), finding)
                    .about(identity(child, child.stateId().orElse(""), IdentityOutcome.REJECTED));
        }
        if (ruling.isEmpty() && child.heldBack().isPresent() && !isKnownByItsId(match)) {
            return hold(child, Decision.heldBack(child.record(), WAITS_FOR_STEWARD), lookAlike(child));
        }
        if (match instanceof Match.Near near) {
            Finding finding = Decision.finding(
                    near.candidates().size() == 1 ? ONE_NEAR : SEVERAL_NEAR,
                    child.record(),
                    "lastName",
                    child.demographics().lastName());
            return hold(
                    child,
                    Decision.held(child.record(), List.of(finding), WAITS_FOR_STEWARD),
                    near.candidates().get(0).score());
        }
        if (match instanceof Match.Known known) {
            return join(child, known, ruling.isPresent())
                    .about(identity(child, known.student().stateId(), known.how()));
        }
        String stateId = match instanceof Match.Adopted adopted ? adopted.stateId() : roster.newStateId();
        // A dry run issues nothing: the number is not told, because the next child may get it.
        boolean issued = match instanceof Match.Adopted || child.record().mode() == Mode.SUBMIT;
        return create(child, stateId).about(identity(child, issued ? stateId : "", IdentityOutcome.NEW));
    }

    /** What a person decided. Whose local ID it is stands above it, because later lines find the child by it. */
    private Match ruled(Child child, Rulings.Ruling ruling) {
        Optional<Student> holder = child.localId().flatMap(roster::byLocalId);
        if (ruling instanceof Rulings.Same same) {
            Student student = roster.byStateId(same.stateId())
                    .orElseThrow(() -> new IllegalStateException("a decision for a student who is not there"));
            return holder.filter(other -> !other.key().equals(student.key())).isPresent()
                    ? new Match.Refused("XS-004", "localId", child.localIdAsSent())
                    : new Match.Known(student, IdentityOutcome.MATCHED);
        }
        return ruling instanceof Rulings.Other && holder.isEmpty() ? new Match.Unknown() : matching.match(child);
    }

    private static Decision refuse(Child child, Rulings.Refused refused) {
        Finding finding = new Finding(
                refused.ruleId(),
                Severity.ERROR,
                child.record().line(),
                child.record().recordType().name(),
                null,
                null,
                "",
                "A person at OPI looked at this record and refused it: " + refused.reason(),
                "Mend what the message names and send the record again.",
                RuleCatalogue.get(refused.ruleId()).section());
        return Decision.rejected(child.record(), finding).about(identity(child, "", IdentityOutcome.REJECTED));
    }

    /** The line waits, and a steward is asked. */
    private Decision hold(Child child, Decision held, int score) {
        roster.changes().add(new StudentChanges.Question(child.record(), child.localId(), held.heldBy(), score));
        return held.about(identity(child, "", IdentityOutcome.PENDING));
    }

    /** Lines that validation holds back are alike in all that counts. */
    private static int lookAlike(Child child) {
        return Resemblance.of(child.demographics(), child.demographics(), true).score();
    }

    private Decision create(Child child, String stateId) {
        SourceVersion source = SourceVersion.of(child.record());
        Student student = new Student(
                TimeOrderedKeys.next(),
                stateId,
                child.record().districtNumber(),
                child.demographics(),
                List.of(child.demographics()),
                child.localId().map(Set::of).orElse(Set.of()),
                Set.of(),
                source,
                1);
        Student sent = sentBy(child, student);
        roster.put(sent);
        roster.changes().add(sent, child.localIdAsSent());
        addName(child, sent);
        child.localId().ifPresent(localId -> addLocalId(child, sent));
        return Decision.of(child.record(), Outcome.ACCEPTED);
    }

    private Decision join(Child child, Match.Known known, boolean decidedByAPerson) {
        Decision decision = update(child, sentBy(child, known.student()), decidedByAPerson);
        return known.byRetiredId()
                ? decision.with(Decision.finding(
                        "XS-002", child.record(), "stateId", child.stateId().orElseThrow()))
                : decision;
    }

    private Decision update(Child child, Student student, boolean decidedByAPerson) {
        SourceVersion source = SourceVersion.of(child.record());
        boolean newLocalId =
                child.localId().filter(id -> !student.localIds().contains(id)).isPresent();
        if (child.demographics().equals(student.current()) && !newLocalId) {
            confirmations.add(student.key(), student.source(), child.record());
            return Decision.of(child.record(), Outcome.UNCHANGED);
        }
        boolean late = confirmations.isOutdated(student.key(), student.source(), child.record());
        if (late && !decidedByAPerson) {
            return Decision.of(child.record(), Outcome.STALE)
                    .with(Decision.finding("XS-035", child.record(), "lastName", ""));
        }
        boolean otherIdentity = !child.demographics().sameIdentity(student.current());
        if (late) {
            addToThePast(child, student);
        } else {
            Student updated = updated(child, student, otherIdentity, source);
            roster.put(updated);
            roster.changes().add(updated, child.localIdAsSent());
        }
        if (otherIdentity) {
            addName(child, student);
        }
        if (newLocalId) {
            addLocalId(child, student);
        }
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

    private static Student updated(Child child, Student student, boolean otherIdentity, SourceVersion source) {
        return new Student(
                student.key(),
                student.stateId(),
                child.record().districtNumber(),
                child.demographics(),
                otherIdentity ? namesWith(child, student) : student.names(),
                localIdsWith(child, student),
                student.senders(),
                source,
                student.version() + 1);
    }

    /** A line that waited so long that the student changed meanwhile tells what was before, and nothing of now. */
    private void addToThePast(Child child, Student student) {
        roster.put(new Student(
                student.key(),
                student.stateId(),
                student.districtNumber(),
                student.current(),
                namesWith(child, student),
                localIdsWith(child, student),
                student.senders(),
                student.source(),
                student.version()));
    }

    private static List<Demographics> namesWith(Child child, Student student) {
        List<Demographics> names = new ArrayList<>(student.names());
        names.add(child.demographics());
        return names;
    }

    private static Set<LocalId> localIdsWith(Child child, Student student) {
        Set<LocalId> localIds = new HashSet<>(student.localIds());
        child.localId().ifPresent(localIds::add);
        return localIds;
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

    private void addName(Child child, Student student) {
        roster.changes()
                .add(new StudentChanges.NameUsed(
                        student.key(), child.demographics(), SourceVersion.of(child.record())));
    }

    private void addLocalId(Child child, Student student) {
        roster.changes()
                .add(new StudentChanges.LocalIdUsed(
                        student.key(),
                        child.localId().orElseThrow(),
                        child.localIdAsSent(),
                        SourceVersion.of(child.record())));
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
