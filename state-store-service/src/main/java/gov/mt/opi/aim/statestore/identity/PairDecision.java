package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Verdict;
import gov.mt.opi.aim.statestore.identity.Joins.Holder;
import gov.mt.opi.aim.statestore.identity.Steward.Step;
import gov.mt.opi.aim.statestore.student.Student;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Decides whether two known students are one. */
final class PairDecision {

    private final StewardView view;
    private final StateStore stateStore;
    private final String by;
    private final Optional<String> reason;

    PairDecision(StewardView view, StateStore stateStore, String by, Optional<String> reason) {
        this.view = view;
        this.stateStore = stateStore;
        this.by = by;
        this.reason = reason;
    }

    Step decide(IdentityCase question, Choice choice, Optional<String> stateId) {
        Pair pair = question.pair().orElseThrow();
        return switch (choice) {
            case MATCH -> join(question, pair, stateId);
            case NEW -> {
                view.cases().rememberNotSame(pair.older(), Set.of(pair.newer()), by);
                close(question, choice, Optional.empty());
                yield Step.done(Applied.nothing());
            }
            default ->
                Step.refused(new Steward.Unfit(
                        "Two known students are one (match) or two (new); there is no line to reject."));
        };
    }

    /** The older ID survives, unless the steward names the other. */
    private Step join(IdentityCase question, Pair pair, Optional<String> stateId) {
        List<Student> two = view.studentsByKey(Set.of(pair.older(), pair.newer()));
        if (two.size() < 2) {
            return Step.refused(new Steward.TooLate("One of the two State IDs is retired already."));
        }
        Optional<Student> stays = two.stream()
                .filter(student -> stateId.map(student.stateId()::equals)
                        .orElse(student.key().equals(pair.older())))
                .findFirst();
        if (stays.isEmpty()) {
            return Step.refused(
                    new Steward.Unfit("stateId must be one of the two students: it is the one that stays."));
        }
        Student goes = two.get(two.get(0).equals(stays.get()) ? 1 : 0);
        close(question, Choice.MATCH, Optional.of(stays.get().stateId()));
        return Step.done(new Merging(view, stateStore, by, reason.orElse("")).merge(holder(goes), holder(stays.get())));
    }

    private void close(IdentityCase question, Choice choice, Optional<String> stateId) {
        Pair pair = question.pair().orElseThrow();
        UUID id = question.id();
        view.cases().close(id, new Verdict(choice, stateId, reason, by, view.now(), Optional.empty()));
        view.audit(AuditEntry.of(by, AuditAction.CASE_DECIDED)
                .students(Set.of(pair.older(), pair.newer()))
                .about("case", id.toString())
                .about("decision", choice.name()));
    }

    private static Holder holder(Student student) {
        return new Holder(student.key(), student.stateId(), Optional.empty());
    }
}
