package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Verdict;
import gov.mt.opi.aim.statestore.identity.Joins.Holder;
import gov.mt.opi.aim.statestore.identity.Steward.Step;
import gov.mt.opi.aim.statestore.student.Comparison;
import gov.mt.opi.aim.statestore.student.Demographics;
import gov.mt.opi.aim.statestore.student.LocalId;
import gov.mt.opi.aim.statestore.student.Rulings;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Decides who the child of a line is. The line is judged again, and with it what else waits for the answer: lines of the same
 * child, and the line that looked like a refused one.
 */
final class RecordDecision {

    private final StewardView view;
    private final StateStore stateStore;
    private final String by;
    private final Optional<String> reason;

    RecordDecision(StewardView view, StateStore stateStore, String by, Optional<String> reason) {
        this.view = view;
        this.stateStore = stateStore;
        this.by = by;
        this.reason = reason;
    }

    Step decide(IdentityCase question, Choice choice, Optional<String> stateId) {
        Optional<Holder> student = stateId.flatMap(view.joins()::holder)
                .map(holder -> holder.survivor().orElse(holder));
        if (choice == Choice.MATCH && student.isEmpty()) {
            return Step.refused(new Steward.Unfit(stateId.map(id -> "There is no student with the State ID " + id + ".")
                    .orElse("Say which student it is: stateId is missing.")));
        }
        RecordAccepted line = question.record().orElseThrow();
        List<UUID> candidates = Comparison.of(line, view.candidates(List.of(Demographics.of(line)))).stream()
                .map(comparison -> comparison.student().key())
                .toList();
        Applied applied =
                switch (choice) {
                    case MATCH ->
                        judge(question, new Rulings.Same(student.orElseThrow().stateId()));
                    case NEW -> judge(question, new Rulings.Other());
                    default -> refuse(question);
                };
        Optional<Decision> own = Followers.about(line, applied);
        Optional<String> found = own.flatMap(Followers::stateId);
        Optional<UUID> key = found.flatMap(view.joins()::holder).map(Holder::key);
        if (choice == Choice.NEW) {
            key.ifPresent(child -> view.cases()
                    .rememberNotSame(
                            child,
                            candidates.stream()
                                    .filter(candidate -> !candidate.equals(child))
                                    .toList(),
                            by));
        }
        close(question, choice, found, own);
        TreeSet<UUID> concerned = new TreeSet<>(candidates);
        key.ifPresent(concerned::add);
        view.audit(AuditEntry.of(by, AuditAction.CASE_DECIDED)
                .students(concerned)
                .about("case", question.id().toString())
                .about("decision", choice.name()));
        return Step.done(applied);
    }

    /** With the line goes every other one in which the district names the same child. */
    private Applied judge(IdentityCase question, Rulings.Ruling ruling) {
        RecordAccepted line = question.record().orElseThrow();
        List<IdentityCase> others = new ArrayList<>();
        Optional.ofNullable(line.text("localId"))
                .map(written -> LocalId.of(line.districtNumber(), written))
                .ifPresent(localId -> others.addAll(view.cases().openAbout(localId)));
        others.removeIf(other -> other.id().equals(question.id()));
        return judge(question, others, Rulings.none().and(line, ruling));
    }

    /** Where two lines of a file looked alike, the other one is alone when this one is refused. */
    private Applied refuse(IdentityCase question) {
        RecordAccepted line = question.record().orElseThrow();
        String ruleId = question.ruleId().orElseThrow();
        Rulings rulings = Rulings.none().and(line, new Rulings.Refused(ruleId, reason.orElse("")));
        Demographics child = Demographics.of(line);
        List<IdentityCase> alike = view.cases().openOfFile(line.submissionId()).stream()
                .filter(other -> !other.id().equals(question.id())
                        && other.ruleId().equals(question.ruleId())
                        && Demographics.of(other.record().orElseThrow()).looksLike(child))
                .toList();
        return alike.size() == 1
                ? judge(question, alike, rulings.and(alike.get(0).record().orElseThrow(), new Rulings.Alone()))
                : judge(question, List.of(), rulings);
    }

    private Applied judge(IdentityCase question, List<IdentityCase> others, Rulings rulings) {
        return new Followers(view, stateStore, by)
                .judge(List.of(question.record().orElseThrow()), others, rulings);
    }

    private void close(IdentityCase question, Choice choice, Optional<String> stateId, Optional<Decision> decision) {
        view.cases()
                .close(
                        question.id(),
                        new Verdict(choice, stateId, reason, by, view.now(), decision.map(made -> made.outcome()
                                .name())));
    }
}
