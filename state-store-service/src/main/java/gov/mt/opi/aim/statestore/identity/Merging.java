package gov.mt.opi.aim.statestore.identity;

import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.audit.AuditAction;
import gov.mt.opi.aim.statestore.audit.AuditEntry;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Verdict;
import gov.mt.opi.aim.statestore.identity.Joins.Holder;
import gov.mt.opi.aim.statestore.identity.Steward.Step;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Whether State IDs may be merged or split, and what else follows when they are. */
final class Merging {

    private final StewardView view;
    private final StateStore stateStore;
    private final String by;
    private final String reason;

    Merging(StewardView view, StateStore stateStore, String by, String reason) {
        this.view = view;
        this.stateStore = stateStore;
        this.by = by;
        this.reason = reason;
    }

    Step merge(String loserId, String survivorId) {
        Optional<Holder> loser = view.joins().holder(loserId);
        Optional<Holder> given = view.joins().holder(survivorId);
        if (loser.isEmpty()) {
            return Step.refused(new Steward.Unknown("There is no student with the State ID " + loserId + "."));
        }
        if (given.isEmpty()) {
            return Step.refused(
                    new Steward.Unfit("There is no student with the State ID " + survivorId + " to merge into."));
        }
        Holder survivor = given.get().survivor().orElse(given.get());
        if (loser.get().survivor().filter(survivor::equals).isPresent()) {
            return Step.refused(new Steward.Done());
        }
        if (loser.get().survivor().isPresent()) {
            return Step.refused(new Steward.TooLate("The State ID " + loserId + " is retired already, into "
                    + loser.get().survivor().get().stateId() + "."));
        }
        if (loser.get().key().equals(survivor.key())) {
            return Step.refused(new Steward.Unfit("Both State IDs are the same student's."));
        }
        return Step.done(merge(loser.get(), survivor));
    }

    Applied merge(Holder loser, Holder survivor) {
        Applied applied = new Joining(view, stateStore, by, reason).merge(loser, survivor);
        applied = applied.and(judgeWhatFollows(Set.of(survivor.key())));
        view.cases()
                .closePairsWith(
                        loser.key(),
                        new Verdict(
                                Choice.FOLLOWED,
                                Optional.of(survivor.stateId()),
                                Optional.empty(),
                                by,
                                view.now(),
                                Optional.empty()));
        view.audit(AuditEntry.of(by, AuditAction.STUDENTS_MERGED).students(Set.of(loser.key(), survivor.key())));
        return applied;
    }

    Step split(String retiredId) {
        Optional<Holder> loser = view.joins().holder(retiredId);
        if (loser.isEmpty()) {
            return Step.refused(new Steward.Unknown("There is no student with the State ID " + retiredId + "."));
        }
        if (!view.joins().isMerged(loser.get().key())) {
            return Step.refused(new Steward.TooLate("The State ID " + retiredId + " is not merged into another."));
        }
        Holder survivor = loser.get().survivor().orElseThrow();
        Applied applied = new Joining(view, stateStore, by, reason).split(loser.get());
        applied = applied.and(judgeWhatFollows(Set.of(loser.get().key(), survivor.key())));
        view.cases().rememberNotSame(loser.get().key(), Set.of(survivor.key()), by);
        view.audit(AuditEntry.of(by, AuditAction.STUDENTS_SPLIT)
                .students(Set.of(loser.get().key(), survivor.key())));
        return Step.done(applied);
    }

    /** Where two candidates became one, or one became two, lines that wait may have another answer. */
    private Applied judgeWhatFollows(Set<UUID> students) {
        return new Followers(view, stateStore, by).judge(view.cases().openNear(students));
    }
}
