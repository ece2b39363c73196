package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.student.Comparison;
import gov.mt.opi.aim.statestore.student.Student;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Looks for students who may be one although nobody was ever asked, and opens cases about them: a name may have changed
 * since, or two districts sent the same child at one moment with different birth dates. Goes through all students, some at a
 * time, with the look-ups of matching. Before that, lines that wait are judged again.
 */
public final class Sweep {

    /** Who decides what nobody decided. */
    private static final String BY = "sweep";

    private static final int STUDENTS_AT_ONCE = 1000;
    private static final int LINES_AT_ONCE = 500;

    private final StewardTransactions transactions;
    private final StateStore stateStore;

    public Sweep(StewardTransactions transactions, StateStore stateStore) {
        this.transactions = transactions;
        this.stateStore = stateStore;
    }

    /**
     * What a sweep found.
     *
     * @param students students looked at
     * @param cases cases opened
     * @param lines lines that wait no more
     */
    public record Found(int students, int cases, int lines) {}

    /** Sweeps once. Doing it again opens nothing twice. */
    public Found run() {
        int lines = judgeWaiting();
        int students = 0;
        int cases = 0;
        Optional<UUID> last = Optional.empty();
        while (true) {
            Optional<UUID> from = last;
            List<Student> some = transactions.read(view -> view.studentsAfter(from, STUDENTS_AT_ONCE));
            if (some.isEmpty()) {
                return new Found(students, cases, lines);
            }
            cases += open(transactions.read(view -> resembling(some, view)));
            students += some.size();
            last = Optional.of(some.get(some.size() - 1).key());
        }
    }

    private static Map<Pair, Integer> resembling(List<Student> some, StewardView view) {
        List<Student> candidates =
                view.candidates(some.stream().map(Student::current).toList());
        Map<Pair, Integer> pairs = new HashMap<>();
        Comparison.pairs(some, candidates)
                .forEach((two, score) -> pairs.merge(Pair.of(two.get(0), two.get(1)), score, Math::max));
        pairs.keySet().retainAll(view.cases().undecided(pairs.keySet()));
        return pairs;
    }

    private int open(Map<Pair, Integer> pairs) {
        if (pairs.isEmpty()) {
            return 0;
        }
        transactions.alone(view -> {
            Set<Pair> still = view.cases().undecided(pairs.keySet());
            pairs.keySet().retainAll(still);
            view.cases().open(pairs);
            return Applied.nothing();
        });
        return pairs.size();
    }

    /** What changed since a line began to wait may have answered its question. */
    private int judgeWaiting() {
        int judged = 0;
        Optional<UUID> last = Optional.empty();
        while (true) {
            Optional<UUID> from = last;
            AtomicReference<Turn> turn = new AtomicReference<>();
            transactions.alone(view -> {
                List<IdentityCase> some = view.cases().openAfter(from, LINES_AT_ONCE);
                Applied applied = new Followers(view, stateStore, BY).judge(some);
                turn.set(new Turn(
                        applied.decisions().size(),
                        some.stream().map(IdentityCase::id).reduce((first, second) -> second)));
                return applied;
            });
            judged += turn.get().judged();
            last = turn.get().last();
            if (last.isEmpty()) {
                return judged;
            }
        }
    }

    /** Some of the lines that wait. */
    private record Turn(int judged, Optional<UUID> last) {}
}
