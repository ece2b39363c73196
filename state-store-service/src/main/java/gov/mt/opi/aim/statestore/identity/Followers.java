package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Verdict;
import gov.mt.opi.aim.statestore.student.Rulings;
import java.util.List;
import java.util.Optional;

/** Lines that wait for an identity decision, judged again because another decision may have answered their question too. */
final class Followers {

    private final StewardView view;
    private final StateStore stateStore;
    private final String by;

    Followers(StewardView view, StateStore stateStore, String by) {
        this.view = view;
        this.stateStore = stateStore;
        this.by = by;
    }

    /** Judges the lines of these cases again; the cases of those that wait no more are closed. */
    Applied judge(List<IdentityCase> cases) {
        return judge(List.of(), cases, Rulings.none());
    }

    /**
     * Judges lines again: those that a person decided first, so that older ones that follow meet the answer too.
     *
     * @param decided lines about which a person decided just now
     * @param cases cases of other lines that follow
     */
    Applied judge(List<RecordAccepted> decided, List<IdentityCase> cases, Rulings rulings) {
        Applied applied = judge(decided, rulings)
                .and(judge(
                        cases.stream().map(open -> open.record().orElseThrow()).toList(), rulings));
        for (IdentityCase open : cases) {
            about(open.record().orElseThrow(), applied).ifPresent(decision -> view.cases()
                    .close(
                            open.id(),
                            new Verdict(
                                    Choice.FOLLOWED,
                                    stateId(decision),
                                    Optional.empty(),
                                    by,
                                    view.now(),
                                    Optional.of(decision.outcome().name()))));
        }
        return applied;
    }

    private Applied judge(List<RecordAccepted> lines, Rulings rulings) {
        return lines.isEmpty() ? Applied.nothing() : stateStore.judgeAgain(lines, rulings, view);
    }

    /** What became of a line. */
    static Optional<Decision> about(RecordAccepted line, Applied applied) {
        return applied.decisions().stream()
                .filter(decision -> decision.record().submissionId().equals(line.submissionId())
                        && decision.record().line() == line.line())
                .findFirst();
    }

    static Optional<String> stateId(Decision decision) {
        return decision.identity().map(RecordOutcome.Identity::stateId).filter(id -> !id.isEmpty());
    }
}
