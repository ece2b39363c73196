package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What people decided about the children of SD lines that wait. */
public final class Rulings {

    /** A decision about one child. */
    public sealed interface Ruling {}

    /** The child is this student, whatever differs. */
    public record Same(String stateId) implements Ruling {}

    /** The child is nobody whom the state knows. */
    public record Other() implements Ruling {}

    /**
     * The line is refused.
     *
     * @param ruleId the rule for which it waited
     * @param reason why, for the district
     */
    public record Refused(String ruleId, String reason) implements Ruling {}

    /** The line that looked like this one is gone: nothing of the file speaks against it any more (XF-009). */
    public record Alone() implements Ruling {}

    private record Place(UUID submissionId, int line) {
        static Place of(RecordAccepted record) {
            return new Place(record.submissionId(), record.line());
        }
    }

    private final Map<Place, Ruling> rulings;

    private Rulings(Map<Place, Ruling> rulings) {
        this.rulings = rulings;
    }

    public static Rulings none() {
        return new Rulings(Map.of());
    }

    /** These rulings and one more. */
    public Rulings and(RecordAccepted line, Ruling ruling) {
        Map<Place, Ruling> more = new HashMap<>(rulings);
        more.put(Place.of(line), ruling);
        return new Rulings(more);
    }

    Optional<Ruling> about(RecordAccepted line) {
        return rulings.isEmpty() ? Optional.empty() : Optional.ofNullable(rulings.get(Place.of(line)));
    }

    /** The students whom children were decided to be. */
    Set<String> stateIds() {
        return rulings.values().stream()
                .filter(Same.class::isInstance)
                .map(ruling -> ((Same) ruling).stateId())
                .collect(Collectors.toSet());
    }
}
