package gov.mt.opi.aim.statestore.history;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.topic.Topic;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.StateChange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/** What somebody knows who read all that was told from the beginning, in the words of the model. */
final class ToldWorld {

    private final Map<UUID, StateChange> things = new HashMap<>();
    private final Map<String, String> outcomes = new TreeMap<>();
    private final Map<String, String> issued = new HashMap<>();
    private int more;

    /** Something is told. */
    void hear(Applied applied) {
        applied.changes().forEach(this::hear);
        applied.decisions().forEach(this::hear);
    }

    /** What the topics have already is told once more. */
    void hearAgain(Applied applied) {
        applied.changes().stream()
                .filter(change -> things.containsKey(change.key()))
                .forEach(change -> things.put(change.key(), change));
    }

    private void hear(StateChange change) {
        StateChange before = things.put(change.key(), change);
        if (before != null) {
            assertThat(change.value().version())
                    .as("version of a thing grows")
                    .isGreaterThanOrEqualTo(before.value().version());
        }
        if (before != null && change.value().version() == before.value().version()) {
            assertThat(change).as("one version says one thing").isEqualTo(before);
        }
    }

    private void hear(Decision decision) {
        String line = Told.name(decision.record().sequence(), decision.record().line());
        String before = outcomes.put(
                line,
                decision.outcome()
                        + decision.identity()
                                .map(child -> " " + child.outcome() + " " + child.stateId())
                                .orElse(""));
        more += before == null ? 0 : 1;
        decision.identity()
                .filter(child -> child.outcome() == RecordOutcome.IdentityOutcome.NEW)
                .ifPresent(child -> issued.put(line, child.stateId()));
    }

    /** The State ID of the child that was new with a line. */
    String issuedFor(String line, Supplier<String> story) {
        assertThat(issued)
                .as(() -> "the children that the service found to be new after\n" + story.get())
                .containsKey(line);
        return issued.get(line);
    }

    /** The last word about every line. */
    Map<String, String> outcomes() {
        return outcomes;
    }

    /** How often a line had another word said about it. */
    int changesOfMind() {
        return more;
    }

    /** Students and enrollments. */
    List<String> view() {
        return things.values().stream()
                .filter(change -> !change.gone())
                .map(ToldWorld::inWords)
                .sorted()
                .toList();
    }

    private static String inWords(StateChange change) {
        String stateId = change.value().stateId();
        if (change.topic() == Topic.STATE_ENROLLMENT) {
            return EnrollmentModel.inWords(
                    stateId,
                    new Told.Key(
                            change.value().districtNumber(),
                            change.value().text("schoolNumber"),
                            change.value().text("startDate")),
                    change.value().text("serviceType"),
                    Optional.ofNullable(change.value().text("endDate")).orElse(Told.OPEN),
                    Optional.ofNullable(change.value().text("localId")).orElse(""));
        }
        String survivor = change.value().text("retiredInto");
        return survivor == null
                ? KnownIdentities.isInWords(
                        stateId,
                        new Spelling(
                                change.value().text("lastName"),
                                change.value().text("firstName"),
                                change.value().text("birthDate"),
                                change.value().text("gender")))
                : KnownIdentities.leadsInWords(stateId, survivor);
    }
}
