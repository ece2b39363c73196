package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import java.util.List;
import java.util.Optional;

/** Finds the student that a child is: by State ID, by local ID, by exact identity; else nobody, or somebody near. */
final class Matching {

    private Matching() {}

    static Match match(Child child, Roster roster) {
        return child.stateId().map(stateId -> byStateId(child, stateId, roster)).orElseGet(() -> child.localId()
                .flatMap(roster::byLocalId)
                .map(student -> byLocalId(child, student))
                .orElseGet(() -> byIdentity(child, roster)));
    }

    /** Tier 0. */
    private static Match byStateId(Child child, String stateId, Roster roster) {
        Optional<Student> given = roster.byStateId(stateId);
        Optional<Student> holder = child.localId().flatMap(roster::byLocalId);
        if (given.isEmpty()) {
            if (!child.record().adoptStateIds()) {
                return new Match.Refused("XS-001", "stateId", stateId);
            }
            return holder.isPresent()
                    ? new Match.Refused("XS-004", "localId", child.localIdAsSent())
                    : new Match.Adopted(stateId);
        }
        if (!Confirmation.holds(child.demographics(), given.get())) {
            return new Match.Refused("XS-003", "stateId", stateId);
        }
        if (holder.filter(student -> !student.key().equals(given.get().key())).isPresent()) {
            return new Match.Refused("XS-004", "localId", child.localIdAsSent());
        }
        return new Match.Known(given.get(), IdentityOutcome.CONFIRMED);
    }

    /** Tier 1. */
    private static Match byLocalId(Child child, Student student) {
        return Confirmation.holds(child.demographics(), student)
                ? new Match.Known(student, IdentityOutcome.EXISTING)
                : new Match.Refused("XS-004", "localId", child.localIdAsSent());
    }

    /** Tier 2, else near, else nobody. */
    private static Match byIdentity(Child child, Roster roster) {
        List<Student> candidates = roster.candidates(child.demographics());
        List<Student> exact = candidates.stream()
                .filter(student -> isExact(child.demographics(), student))
                .toList();
        if (exact.size() == 1
                && child.localId().filter(exact.get(0)::hasOtherLocalId).isEmpty()) {
            return new Match.Known(exact.get(0), IdentityOutcome.MATCHED);
        }
        List<Student> near = candidates.stream()
                .filter(student -> exact.contains(student)
                        || Nearness.isNear(
                                child.demographics(),
                                child.localId(),
                                child.record().districtNumber(),
                                student))
                .toList();
        return near.isEmpty() ? new Match.Unknown() : new Match.Near(near);
    }

    private static boolean isExact(Demographics child, Student student) {
        return student.names().stream()
                .anyMatch(known -> child.normalLast().equals(known.normalLast())
                        && child.normalFirst().equals(known.normalFirst())
                        && child.birthDate().equals(known.birthDate())
                        && child.gender().equals(known.gender())
                        && !contradictingInitials(child.normalMiddle(), known.normalMiddle())
                        && !Nearness.contradict(child.normalSuffix(), known.normalSuffix()));
    }

    private static boolean contradictingInitials(String one, String two) {
        return !one.isEmpty() && !two.isEmpty() && one.charAt(0) != two.charAt(0);
    }
}
