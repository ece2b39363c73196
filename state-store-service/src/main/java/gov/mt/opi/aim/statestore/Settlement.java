package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.statestore.held.HeldLine;
import gov.mt.opi.aim.statestore.held.Release;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What follows from changes of an excerpt: waiting lines that can be judged now, and all of it written into the view. */
final class Settlement {

    private final List<StateStore.Merge> merges;
    private final Release release;

    Settlement(List<StateStore.Merge> merges) {
        this.merges = List.copyOf(merges);
        this.release = new Release(merges);
    }

    /** Judges waiting lines again, and adds what became of them. A line that waited for a moment only is told once. */
    void release(Excerpt excerpt, List<Decision> decisions) {
        List<Decision> later = release.of(excerpt);
        if (!later.isEmpty()) {
            Set<HeldLine.Id> decided = later.stream().map(Decision::line).collect(Collectors.toSet());
            decisions.removeIf(decision -> decided.contains(decision.line()));
            decisions.addAll(later);
        }
    }

    /** Judges the waiting lines of students again, all but some. */
    Applied judgeAgain(Collection<UUID> students, Set<HeldLine.Id> but, StatewideView view) {
        Applied applied = Applied.nothing();
        for (UUID student : students) {
            Excerpt excerpt = Excerpt.around(student, view);
            excerpt.dossiers().held(student).stream()
                    .filter(line -> but.contains(line.id()))
                    .forEach(excerpt.dossiers()::release);
            excerpt.dossiers().stir(student);
            List<Decision> decisions = new ArrayList<>();
            release(excerpt, decisions);
            applied = applied.and(write(excerpt, decisions, view));
        }
        return applied;
    }

    /** Writes what an excerpt changed, and what became of its lines. */
    Applied write(Excerpt excerpt, List<Decision> decisions, StatewideView view) {
        excerpt.dossiers().claim(view);
        return writeClaimed(excerpt, decisions, view);
    }

    /** The same where the view was held to what the excerpt knows of it already. */
    Applied writeClaimed(Excerpt excerpt, List<Decision> decisions, StatewideView view) {
        List<StateChange> changes = new ArrayList<>();
        merges.forEach(merge -> changes.addAll(merge.save(excerpt, view)));
        view.confirm(excerpt.confirmations().made());
        view.remember(decisions);
        return new Applied(decisions, changes);
    }
}
