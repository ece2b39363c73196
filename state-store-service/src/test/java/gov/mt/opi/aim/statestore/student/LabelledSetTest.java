package gov.mt.opi.aim.statestore.student;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.statestore.Decision;
import gov.mt.opi.aim.statestore.MemoryView;
import gov.mt.opi.aim.statestore.Records;
import gov.mt.opi.aim.statestore.Settings;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.StateStores;
import gov.mt.opi.aim.statestore.student.LabelledSet.Labelled;
import gov.mt.opi.aim.statestore.student.LabelledSet.Person;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Matching against the truth: how often it decides, how often it asks, and that it is never wrong when it decides. */
class LabelledSetTest {

    private static final long SEED = 1889;
    private static final int SIZE = 6000;

    private final MemoryView view = new MemoryView();

    private final StateStore stateStore = StateStores.of(view, Settings.ofTheState());

    /** What became of the lines of one category. */
    private static final class Tally {
        private final Map<IdentityOutcome, Integer> outcomes = new EnumMap<>(IdentityOutcome.class);
        private int lines;
        private int wrongMatches;
        private int duplicates;

        int of(IdentityOutcome outcome) {
            return outcomes.getOrDefault(outcome, 0);
        }
    }

    @Test
    void noAutomaticMatchIsWrong() {
        LabelledSet set = new LabelledSet(SEED, SIZE);
        stateStore.apply(
                set.known.stream().flatMap(person -> known(person).stream()).toList());
        assertThat(view.students).hasSize(set.known.size());

        Map<UUID, Labelled> lines = new LinkedHashMap<>();
        List<RecordAccepted> sent = new ArrayList<>();
        for (Labelled line : set.lines) {
            Records file = Records.file(line.sent().district(), 15);
            sent.addAll(sd(file, line.givenStateId(), line.sent()).all());
            lines.put(file.submissionId, line);
        }
        int before = view.decisions.size();
        stateStore.apply(sent);

        Map<String, Tally> tallies = new LinkedHashMap<>();
        Tally all = new Tally();
        for (Decision decision : view.decisions.subList(before, view.decisions.size())) {
            Labelled line = lines.get(decision.record().submissionId());
            RecordOutcome.Identity identity = decision.identity().orElseThrow();
            for (Tally tally : List.of(tallies.computeIfAbsent(line.category(), name -> new Tally()), all)) {
                tally.lines++;
                tally.outcomes.merge(identity.outcome(), 1, Integer::sum);
                boolean matched = identity.outcome() == IdentityOutcome.MATCHED
                        || identity.outcome() == IdentityOutcome.EXISTING
                        || identity.outcome() == IdentityOutcome.CONFIRMED;
                tally.wrongMatches += matched && !identity.stateId().equals(line.truth()) ? 1 : 0;
                tally.duplicates += identity.outcome() == IdentityOutcome.NEW
                                && !line.truth().isEmpty()
                        ? 1
                        : 0;
            }
        }
        print(tallies, all);

        tallies.forEach((category, tally) -> assertThat(tally.wrongMatches)
                .as("wrong matches of: %s", category)
                .isZero());
        assertThat(tallies.get("exactly the same").of(IdentityOutcome.PENDING))
                .as("a child that is sent as it is known is asked about only where two such children are known")
                .isLessThan(tallies.get("exactly the same").lines / 50);
        assertThat(tallies.get("twin of a known child").of(IdentityOutcome.PENDING)
                        + tallies.get("new child").of(IdentityOutcome.PENDING))
                .as("other children wait seldom")
                .isLessThan(all.lines / 100);
        assertThat(all.duplicates).as("children who got a second ID").isLessThan(all.lines / 40);
    }

    private static List<RecordAccepted> known(Person person) {
        return sd(Records.file(person.district(), 1).adopting(), person.stateId(), person)
                .all();
    }

    private static Records sd(Records file, String stateId, Person person) {
        return file.sd(
                stateId,
                person.localId(),
                person.last(),
                person.first(),
                person.middle(),
                person.gender(),
                person.birthDate().toString());
    }

    private static void print(Map<String, Tally> tallies, Tally all) {
        StringBuilder table = new StringBuilder("Labelled set, seed " + SEED + "\n");
        table.append("%-46s %6s %9s %8s %7s %7s %5s %8s %6s %10s%n"
                .formatted(
                        "category",
                        "lines",
                        "CONFIRMED",
                        "EXISTING",
                        "MATCHED",
                        "PENDING",
                        "NEW",
                        "REJECTED",
                        "wrong",
                        "duplicates"));
        Map<String, Tally> rows = new LinkedHashMap<>(tallies);
        rows.put("all", all);
        rows.forEach((category, tally) -> table.append("%-46s %6d %9d %8d %7d %7d %5d %8d %6d %10d%n"
                .formatted(
                        category,
                        tally.lines,
                        tally.of(IdentityOutcome.CONFIRMED),
                        tally.of(IdentityOutcome.EXISTING),
                        tally.of(IdentityOutcome.MATCHED),
                        tally.of(IdentityOutcome.PENDING),
                        tally.of(IdentityOutcome.NEW),
                        tally.of(IdentityOutcome.REJECTED),
                        tally.wrongMatches,
                        tally.duplicates)));
        table.append("a person is asked about %.1f %% of these lines%n"
                .formatted(100.0 * all.of(IdentityOutcome.PENDING) / all.lines));
        System.out.println(table);
    }
}
