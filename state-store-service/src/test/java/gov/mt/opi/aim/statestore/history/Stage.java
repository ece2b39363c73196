package gov.mt.opi.aim.statestore.history;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.outbox.Outbox;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.Applied;
import gov.mt.opi.aim.statestore.Corrections;
import gov.mt.opi.aim.statestore.Settings;
import gov.mt.opi.aim.statestore.StateStore;
import gov.mt.opi.aim.statestore.StateStores;
import gov.mt.opi.aim.statestore.changes.Resync;
import gov.mt.opi.aim.statestore.db.JdbcResync;
import gov.mt.opi.aim.statestore.db.JdbcTransactions;
import gov.mt.opi.aim.statestore.identity.CaseFiles;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.Steward;
import gov.mt.opi.aim.statestore.identity.Sweep;
import gov.mt.opi.aim.statestore.record.RecordKind;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import javax.sql.DataSource;

/** What can happen in a history; each happens to the service first and then to the model. */
final class Stage {

    private static final int ADOPTED = 4;
    private static final String BY = "opi";

    /** State IDs of a seed; a prime number of them may be issued, so that steps of any width meet each once. */
    private static final int STATE_IDS = 1000;

    private static final int ISSUED = 991;

    private final Random random;
    private final ToldWorld told = new ToldWorld();
    private final StateModel model = new StateModel(line -> told.issuedFor(line, this::story));
    private final WrittenView written;
    private final RandomFiles files;
    private final StateStore stateStore;
    private final Steward steward;
    private final Corrections corrections;
    private final Sweep sweep;
    private final Resync resync;
    private final List<String> story = new ArrayList<>();

    Stage(long seed, Random random, DataSource database, Outbox outbox, Perseverance perseverance) {
        this.random = random;
        int firstId = (int) (952_000_000 + seed % 40_000 * STATE_IDS);
        SteadyStateIds transactions = new SteadyStateIds(
                new JdbcTransactions(
                        database,
                        outbox,
                        perseverance,
                        applied -> List.of(),
                        applied -> told.hear(own(applied)),
                        Clock.systemUTC()),
                // Older and newer ones in any order of their digits, as in life.
                IntStream.iterate(0, i -> i + 1)
                        .mapToObj(i -> String.valueOf(firstId + ADOPTED + i * 387 % ISSUED))
                        .iterator());
        Cast cast = new Cast(seed);
        this.written = new WrittenView(database, new CaseFiles(transactions), cast);
        this.files = new RandomFiles(seed, cast, random, model);
        this.stateStore = StateStores.of(transactions, Settings.ofTheState());
        this.steward = new Steward(transactions, stateStore);
        this.corrections = StateStores.corrections(transactions, Settings.ofTheState());
        this.sweep = new Sweep(transactions, stateStore);
        this.resync = new JdbcResync(database, outbox, applied -> {
            told.hearAgain(applied);
            return List.of();
        });
        List<RecordAccepted> first = files.first(IntStream.range(0, ADOPTED)
                .mapToObj(i -> String.valueOf(firstId + i))
                .toList());
        apply(first);
        model.adopt(first);
    }

    /** A sweep goes through what other tests left, too. */
    private Applied own(Applied applied) {
        return new Applied(
                applied.decisions().stream()
                        .filter(decision ->
                                written.isOfTheHistory(decision.record().submissionId()))
                        .toList(),
                applied.changes().stream()
                        .filter(change ->
                                written.isOfTheHistory(change.value().source().submissionId()))
                        .toList());
    }

    void send(List<List<RecordAccepted>> batch) {
        happens("a batch:");
        apply(batch.stream().flatMap(List::stream).toList());
        batch.forEach(model::send);
    }

    /** The batch, or an old file. */
    void deliverAgain(List<List<RecordAccepted>> batch) {
        happens("delivered again:");
        apply(random.nextBoolean() ? batch.stream().flatMap(List::stream).toList() : files.anyOfThem());
    }

    private void apply(List<RecordAccepted> records) {
        records.forEach(record -> written.expect(record.submissionId(), record.sequence()));
        records.forEach(record -> happens(
                record.recordType() == RecordType.SD
                        ? ChildLine.of(record).toString()
                        : Told.of(record).toString()));
        stateStore.apply(records);
    }

    private void happens(String what) {
        story.add(what);
    }

    /** What happened so far, for whoever looks for the reason of a difference. */
    String story() {
        return String.join("\n", story);
    }

    void voidOne() throws SQLException {
        List<WrittenView.Enrolled> enrolled = written.enrollments();
        if (enrolled.isEmpty()) {
            return;
        }
        WrittenView.Enrolled chosen = enrolled.get(random.nextInt(enrolled.size()));
        happens("void " + chosen);
        assertThat(corrections.voidRecord(new Corrections.Voiding(
                        RecordKind.ENROLLMENT, chosen.record(), Optional.empty(), BY, "never came")))
                .isTrue();
        model.enrollments().takeOut(chosen.student(), chosen.key());
    }

    void mergeOrSplit() {
        List<String> shuffled = new ArrayList<>(model.stateIds());
        Collections.shuffle(shuffled, random);
        List<String> merged = shuffled.stream().filter(model::isMerged).toList();
        List<String> alive = shuffled.stream().filter(id -> !model.isMerged(id)).toList();
        if (merged.isEmpty() || alive.size() > 1 && random.nextBoolean()) {
            happens("merge " + alive.get(0) + " into " + alive.get(1));
            assertThat(steward.merge(alive.get(0), alive.get(1), "one child", BY))
                    .isEqualTo(new Steward.Done());
            model.merge(alive.get(0), alive.get(1));
        } else {
            happens("split " + merged.get(0));
            assertThat(steward.split(merged.get(0), "two children", BY)).isEqualTo(new Steward.Done());
            model.split(merged.get(0));
        }
    }

    /** Says whose child a line is about which a steward is asked. */
    void decideOne() throws SQLException {
        List<ChildLine> asked = model.identities().asked();
        if (asked.isEmpty()) {
            return;
        }
        ChildLine child = asked.get(random.nextInt(asked.size()));
        List<String> candidates = model.identities().candidates(child);
        int choice = random.nextInt(9);
        if (choice < 2) {
            decide(child, Choice.REJECT, Optional.empty());
            model.identities().decideReject(child);
        } else if (choice < 4 || candidates.isEmpty()) {
            decide(child, Choice.NEW, Optional.empty());
            model.identities().decideNew(child);
        } else {
            // Now and then somebody of whom matching did not think, or who retired.
            List<String> students = choice == 4 ? model.stateIds() : candidates;
            String stateId = students.get(random.nextInt(students.size()));
            decide(child, Choice.MATCH, Optional.of(stateId));
            model.identities().decideMatch(child, stateId);
        }
    }

    /** Until nobody is asked any more. */
    void decideAll() throws SQLException {
        while (!model.identities().asked().isEmpty()) {
            decideOne();
        }
    }

    private void decide(ChildLine child, Choice choice, Optional<String> stateId) throws SQLException {
        happens("decide " + child.line() + " " + choice
                + stateId.map(id -> " " + id).orElse(""));
        assertThat(steward.decide(written.caseOf(child.line()), choice, stateId, Optional.of("seen"), BY))
                .isEqualTo(new Steward.Done());
    }

    /** Says of two students whether they are one, about whom a sweep asked. */
    void decidePair() throws SQLException {
        List<WrittenView.OpenPair> pairs = written.openPairs(model.stateIds());
        if (pairs.isEmpty()) {
            return;
        }
        WrittenView.OpenPair pair = pairs.get(random.nextInt(pairs.size()));
        assertThat(pair.students()).as("asked of the living").noneMatch(model::isMerged);
        if (random.nextBoolean()) {
            happens("two are " + pair.students());
            assertThat(steward.decide(pair.id(), Choice.NEW, Optional.empty(), Optional.of("seen"), BY))
                    .isEqualTo(new Steward.Done());
        } else {
            int stays = random.nextInt(2);
            String survivor = pair.students().get(stays);
            happens("one is " + pair.students() + ", " + survivor + " stays");
            assertThat(steward.decide(pair.id(), Choice.MATCH, Optional.of(survivor), Optional.of("seen"), BY))
                    .isEqualTo(new Steward.Done());
            model.merge(pair.students().get(1 - stays), survivor);
        }
    }

    void sweep() {
        happens("sweep");
        sweep.run();
        model.sweep();
    }

    /** Has everything of the districts published once more. */
    void tellAgain() {
        RandomFiles.DISTRICTS.forEach(resync::district);
    }

    /** Holds the service to the model. */
    void compare() throws SQLException {
        assertThat(told.outcomes())
                .as(() -> "what became of the lines after\n" + story())
                .isEqualTo(model.outcomes());
        assertThat(written.view()).as(() -> "view after\n" + story()).isEqualTo(model.view());
        assertThat(model.enrollments().primariesOnOneDate()).isEmpty();
    }

    WrittenView written() {
        return written;
    }

    RandomFiles files() {
        return files;
    }

    StateModel model() {
        return model;
    }

    ToldWorld told() {
        return told;
    }
}
