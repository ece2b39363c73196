package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/** Who the child of every line is: the tiers of the design page, the steward's queue and what the steward says. */
final class IdentityModel {

    /** Whom the child of a line is found to be; with what it waits for where a person must say it. */
    private record Match(IdentityOutcome how, String student) {}

    private static final Match NOBODY = new Match(IdentityOutcome.NEW, "");
    private static final Match REFUSED = new Match(IdentityOutcome.REJECTED, "");
    private static final Match ASKED = new Match(IdentityOutcome.PENDING, "");

    private final Survivors survivors;
    private final EnrollmentModel enrollments;
    private final Function<String, String> issued;
    private final Map<String, String> outcomes;
    private final KnownIdentities known;
    private final List<ChildLine> waiting = new ArrayList<>();
    private final Map<ChildLine, String> reasons = new TreeMap<>(Comparator.comparing(ChildLine::source));

    /**
     * Identities of nobody.
     *
     * @param issued the State ID that was issued for the child of a line: any number will do, the model cannot guess it
     */
    IdentityModel(
            Survivors survivors,
            EnrollmentModel enrollments,
            Function<String, String> issued,
            Map<String, String> outcomes) {
        this.survivors = survivors;
        this.enrollments = enrollments;
        this.issued = issued;
        this.outcomes = outcomes;
        this.known = new KnownIdentities(survivors);
    }

    KnownIdentities known() {
        return known;
    }

    /** A student whose State ID is taken over. */
    void adopt(ChildLine child) {
        create(child, child.stateId().orElseThrow());
    }

    void send(ChildLine child) {
        Match match = match(child);
        // Whom a district knows by a number of its own is told apart by it from others who look the same.
        boolean byNumber = match.how == IdentityOutcome.CONFIRMED || match.how == IdentityOutcome.EXISTING;
        if (child.lookAlike() && !byNumber && match != REFUSED) {
            ask(child, "XF-009");
        } else {
            follow(child, match, false);
        }
    }

    /** Lines about whom a steward is asked, the oldest first. */
    List<ChildLine> asked() {
        return waiting.stream().sorted(Comparator.comparing(ChildLine::source)).toList();
    }

    /** Whom the child of a line may be, in the order of their State IDs. */
    List<String> candidates(ChildLine child) {
        return known.students().filter(student -> known.isNear(child, student)).toList();
    }

    void decideMatch(ChildLine child, String stateId) {
        waiting.remove(child);
        String student = survivors.of(stateId);
        if (known.holder(child.number())
                .filter(holder -> !holder.equals(student))
                .isPresent()) {
            reject(child);
        } else {
            join(child, new Match(IdentityOutcome.MATCHED, student), true);
        }
        judgeOthersOf(child);
    }

    /** A local ID that is another line's meanwhile says who the child is, whatever a person thinks. */
    void decideNew(ChildLine child) {
        waiting.remove(child);
        follow(child, known.holder(child.number()).isPresent() ? match(child) : NOBODY, true);
        judgeOthersOf(child);
    }

    void decideReject(ChildLine child) {
        waiting.remove(child);
        reject(child);
        List<ChildLine> alike = waiting.stream()
                .filter(other -> other.lookAlike() && child.lookAlike())
                .filter(other -> other.isOfFileOf(child) && other.spelling().equals(child.spelling()))
                .toList();
        if (alike.size() == 1) {
            ChildLine other = alike.get(0);
            waiting.remove(other);
            Match match = match(other);
            if (match == ASKED) {
                ask(other, "XF-009");
            } else {
                follow(other, match, true);
            }
        }
    }

    /** What else the district said of the child of its local ID. */
    private void judgeOthersOf(ChildLine child) {
        judgeAgain(asked().stream()
                .filter(other -> other.number().equals(child.number()))
                .toList());
    }

    /** Who moved, or became one, may be the answer to any question. */
    void judgeAll() {
        judgeAgain(asked());
    }

    private void judgeAgain(List<ChildLine> lines) {
        for (ChildLine child : lines) {
            waiting.remove(child);
            send(child);
        }
    }

    private Match match(ChildLine child) {
        Optional<String> holder = known.holder(child.number());
        if (child.stateId().isPresent()) {
            return byStateId(child, child.stateId().get(), holder);
        }
        if (holder.isPresent()) {
            return confirms(child, holder.get()) ? new Match(IdentityOutcome.EXISTING, holder.get()) : REFUSED;
        }
        List<String> exact = known.students()
                .filter(student -> child.spelling().isExactly(known.current(student)))
                .toList();
        List<String> mild = known.students()
                .filter(student -> !exact.contains(student) && known.isMildly(child.spelling(), student))
                .toList();
        if (exact.size() == 1 && !hasOtherNumberInUse(exact.get(0), child)
                || exact.isEmpty() && mild.size() == 1 && wasEnrolledUnderItsNumber(mild.get(0), child)) {
            return new Match(
                    IdentityOutcome.MATCHED,
                    Stream.concat(exact.stream(), mild.stream()).findFirst().orElseThrow());
        }
        return candidates(child).isEmpty() ? NOBODY : ASKED;
    }

    private Match byStateId(ChildLine child, String stateId, Optional<String> holder) {
        String student = survivors.of(stateId);
        // All children of a history are born in one year.
        boolean retired = !student.equals(stateId);
        if (retired
                && known.spellings(student).stream()
                        .noneMatch(name -> name.gender().equals(child.spelling().gender()))) {
            return REFUSED;
        }
        return confirms(child, student)
                        && holder.filter(other -> !other.equals(student)).isEmpty()
                ? new Match(IdentityOutcome.CONFIRMED, student)
                : REFUSED;
    }

    private boolean confirms(ChildLine child, String student) {
        return known.spellings(student).stream()
                .anyMatch(name -> child.spelling().confirms(name));
    }

    /** A number counts as long as an enrollment in the district goes on, or none was told. */
    private boolean hasOtherNumberInUse(String student, ChildLine child) {
        List<Told> here = enrollmentsIn(child.district(), student);
        return known.hasOtherNumber(student, child.number())
                && (here.isEmpty() || here.stream().anyMatch(told -> told.end().compareTo(child.headerDate()) >= 0));
    }

    private boolean wasEnrolledUnderItsNumber(String student, ChildLine child) {
        return enrollmentsIn(child.district(), student).stream()
                .anyMatch(told -> !told.localId().isEmpty()
                        && ChildLine.Number.of(child.district(), told.localId()).equals(child.number()));
    }

    private List<Told> enrollmentsIn(String district, String student) {
        return enrollments.toldOf(student).stream()
                .filter(told -> told.key().district().equals(district))
                .toList();
    }

    /** @param byPerson whether a person had the line judged: then it is never too late */
    private void follow(ChildLine child, Match match, boolean byPerson) {
        switch (match.how) {
            case NEW -> create(child, issued.apply(child.line()));
            case REJECTED -> reject(child);
            case PENDING -> ask(child, candidates(child).size() == 1 ? "XS-006" : "XS-007");
            default -> join(child, match, byPerson);
        }
    }

    private void create(ChildLine child, String stateId) {
        known.issue(stateId);
        known.tell(stateId, child);
        known.addName(stateId, child);
        known.addNumber(stateId, child);
        became(child, Outcome.ACCEPTED, new Match(IdentityOutcome.NEW, stateId));
    }

    private void join(ChildLine child, Match match, boolean byPerson) {
        String student = match.student;
        boolean sameIdentity = child.spelling().equals(known.current(student));
        if (sameIdentity && known.holder(child.number()).isPresent()) {
            known.confirm(student, child);
            became(child, Outcome.UNCHANGED, match);
            return;
        }
        boolean late = known.isOutdated(student, child);
        if (late && !byPerson) {
            became(child, Outcome.STALE, match);
            return;
        }
        if (!sameIdentity) {
            known.addName(student, child);
        }
        known.addNumber(student, child);
        if (!late) {
            known.tell(student, child);
        }
        became(child, Outcome.ACCEPTED, match);
    }

    private void reject(ChildLine child) {
        became(
                child,
                Outcome.REJECTED,
                new Match(IdentityOutcome.REJECTED, child.stateId().orElse("")));
    }

    private void ask(ChildLine child, String reason) {
        waiting.add(child);
        reasons.put(child, reason);
        became(child, Outcome.HELD, ASKED);
    }

    private void became(ChildLine child, Outcome outcome, Match match) {
        outcomes.put(child.line(), outcome + " " + match.how + " " + match.student);
    }

    /** The lines that wait, with the rule that holds them and whom their children may be. */
    List<String> waiting() {
        return waiting.stream()
                .map(child -> waitingInWords(child.line(), reasons.get(child), Optional.of(candidates(child))))
                .toList();
    }

    /** @param candidates empty when nobody is asked */
    static String waitingInWords(String line, String reason, Optional<List<String>> candidates) {
        return line + " waits for " + reason
                + candidates.map(students -> ", may be " + students).orElse(", and nobody is asked");
    }
}
