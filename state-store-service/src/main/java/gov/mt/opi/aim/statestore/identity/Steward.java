package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Verdict;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

/**
 * What a steward decides: who the child of a line is, whether two students are one, and that a merge was wrong. A decision,
 * what follows from it and its entry in the audit are one transaction; saying the same again changes nothing.
 */
public final class Steward {

    private final StewardTransactions transactions;
    private final StateStore stateStore;

    public Steward(StewardTransactions transactions, StateStore stateStore) {
        this.transactions = transactions;
        this.stateStore = stateStore;
    }

    /** What came of a decision. */
    public sealed interface Answer {}

    /** It is done, now or before. */
    public record Done() implements Answer {}

    /** There is no such thing. */
    public record Unknown(String detail) implements Answer {}

    /** It was decided otherwise before. */
    public record TooLate(String detail) implements Answer {}

    /** The decision does not fit the question. */
    public record Unfit(String detail) implements Answer {}

    /** An answer, and what changes with it. */
    record Step(Answer answer, Applied applied) {
        static Step done(Applied applied) {
            return new Step(new Done(), applied);
        }

        static Step refused(Answer answer) {
            return new Step(answer, Applied.nothing());
        }
    }

    /** Decides a case. */
    public Answer decide(UUID id, Choice choice, Optional<String> stateId, Optional<String> reason, String by) {
        return alone(view -> {
            Optional<IdentityCase> found = view.cases().find(id);
            if (found.isEmpty()) {
                return Step.refused(new Unknown("There is no identity case " + id + "."));
            }
            IdentityCase question = found.get();
            if (question.verdict().isPresent()) {
                return Step.refused(again(question.verdict().get(), choice, stateId));
            }
            return question.pair().isPresent()
                    ? new PairDecision(view, stateStore, by, reason).decide(question, choice, stateId)
                    : new RecordDecision(view, stateStore, by, reason).decide(question, choice, stateId);
        });
    }

    /** Retires a State ID into another; the records of its student move there. */
    public Answer merge(String loser, String survivor, String reason, String by) {
        return alone(view -> new Merging(view, stateStore, by, reason).merge(loser, survivor));
    }

    /** Undoes the merge by which a State ID retired. */
    public Answer split(String retired, String reason, String by) {
        return alone(view -> new Merging(view, stateStore, by, reason).split(retired));
    }

    private static Answer again(Verdict before, Choice choice, Optional<String> stateId) {
        boolean same = before.choice() == choice
                && (choice != Choice.MATCH
                        || stateId.isEmpty()
                        || before.stateId().equals(stateId));
        return same ? new Done() : new TooLate("The case is decided already: " + before.choice() + ".");
    }

    private Answer alone(Function<StewardView, Step> work) {
        AtomicReference<Answer> answer = new AtomicReference<>();
        transactions.alone(view -> {
            Step step = work.apply(view);
            answer.set(step.answer());
            return step.applied();
        });
        return answer.get();
    }
}
