package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.statestore.student.Resemblance.OfFirstName;
import gov.mt.opi.aim.statestore.student.Resemblance.OfMiddleName;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/**
 * Finds the student that a child is, tier by tier: by State ID, by local ID, by exact identity, by corroborated identity;
 * else somebody near, about whom a person decides, or nobody. A score decides nothing.
 */
final class Matching {

    /** How long an enrollment at the same school corroborates. */
    private static final int CORROBORATING_YEARS = 2;

    private final Roster roster;
    private final Function<UUID, List<Stay>> stays;

    /**
     * Matching against a roster.
     *
     * @param stays where a student is or was enrolled
     */
    Matching(Roster roster, Function<UUID, List<Stay>> stays) {
        this.roster = roster;
        this.stays = stays;
    }

    Match match(Child child) {
        return child.stateId().map(stateId -> byStateId(child, stateId)).orElseGet(() -> child.localId()
                .flatMap(roster::byLocalId)
                .map(student -> byLocalId(child, student))
                .orElseGet(() -> byIdentity(child)));
    }

    /** Tier 0. */
    private Match byStateId(Child child, String stateId) {
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
        Student student = given.get();
        boolean retired = !student.stateId().equals(stateId);
        if (retired && !agreesOnGenderAndYear(child.demographics(), student)) {
            return new Match.Refused("XS-002", "stateId", stateId, Severity.ERROR);
        }
        if (!Confirmation.holds(child.demographics(), student)) {
            return new Match.Refused("XS-003", "stateId", stateId);
        }
        if (holder.filter(other -> !other.key().equals(student.key())).isPresent()) {
            return new Match.Refused("XS-004", "localId", child.localIdAsSent());
        }
        return new Match.Known(student, IdentityOutcome.CONFIRMED, retired);
    }

    /** Tier 1. */
    private static Match byLocalId(Child child, Student student) {
        return Confirmation.holds(child.demographics(), student)
                ? new Match.Known(student, IdentityOutcome.EXISTING)
                : new Match.Refused("XS-004", "localId", child.localIdAsSent());
    }

    /** Tiers 2 to 5. */
    private Match byIdentity(Child child) {
        List<Likeness> candidates = candidates(child);
        List<Likeness> exact = candidates.stream().filter(Likeness::exact).toList();
        List<Likeness> mild = candidates.stream()
                .filter(likeness -> !likeness.exact() && likeness.mild())
                .toList();
        if (exact.size() == 1 && !hasOtherLiveLocalId(child, exact.get(0).student())) {
            return new Match.Known(exact.get(0).student(), IdentityOutcome.MATCHED);
        }
        if (exact.isEmpty() && mild.size() == 1 && isCorroborated(child, mild.get(0))) {
            return new Match.Known(mild.get(0).student(), IdentityOutcome.MATCHED);
        }
        List<Likeness> near = candidates.stream().filter(Likeness::near).toList();
        return near.isEmpty() ? new Match.Unknown() : new Match.Near(near);
    }

    /** Everybody whom the child may be, those it resembles most first. */
    List<Likeness> candidates(Child child) {
        return roster.candidates(child.demographics()).stream()
                .map(student -> Likeness.of(child, student))
                .sorted(Likeness.BY_SCORE)
                .toList();
    }

    /**
     * True when the district knows the student by another local ID that still counts: two local IDs of one district are two
     * children. A local ID counts no more when every enrollment of the student in the district has ended.
     */
    private boolean hasOtherLiveLocalId(Child child, Student student) {
        if (child.localId().filter(student::hasOtherLocalId).isEmpty()) {
            return false;
        }
        List<Stay> here = staysInDistrict(child, student);
        return here.isEmpty() || here.stream().anyMatch(stay -> !stay.end().isBefore(headerDate(child)));
    }

    /**
     * True when something else says that the two are one child: the district enrolled the student under the same local ID,
     * or the child goes to the school where the student, of the same middle name, was within two years. An SD record names
     * no school, so that only a district of one school tells it. A first name that is merely similar may be a twin's: there
     * the school says nothing.
     */
    private boolean isCorroborated(Child child, Likeness likeness) {
        List<Stay> here = staysInDistrict(child, likeness.student());
        String localId = child.localId().map(LocalId::normal).orElse("");
        if (here.stream().anyMatch(stay -> !localId.isEmpty() && stay.localId().equals(localId))) {
            return true;
        }
        LocalDate recent = headerDate(child).minusYears(CORROBORATING_YEARS);
        return likeness.best().middleName() == OfMiddleName.EQUAL
                && likeness.best().firstName() != OfFirstName.SIMILAR
                && here.stream().anyMatch(stay -> !stay.end().isBefore(recent))
                && !hasOtherLiveLocalId(child, likeness.student())
                && roster.past().hasOneSchool(child.record().districtNumber());
    }

    private List<Stay> staysInDistrict(Child child, Student student) {
        return stays.apply(student.key()).stream()
                .filter(stay -> stay.districtNumber().equals(child.record().districtNumber()))
                .toList();
    }

    private static LocalDate headerDate(Child child) {
        return child.record().headerTimestamp().toLocalDate();
    }

    private static boolean agreesOnGenderAndYear(Demographics child, Student student) {
        return student.names().stream()
                .anyMatch(known -> known.gender().equals(child.gender())
                        && known.birthDate().getYear() == child.birthDate().getYear());
    }
}
