package gov.mt.opi.aim.intake.progress;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.intake.Arrival;
import gov.mt.opi.aim.intake.LineCounts;
import gov.mt.opi.aim.intake.Receipt;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.SubmissionLedger;
import gov.mt.opi.aim.intake.SubmissionStatus;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressWatchTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final UUID ID = new UUID(1, 1);

    private final Ledger ledger = new Ledger();
    private final ProgressWatch watch = new ProgressWatch(ledger, config()).start();

    @AfterEach
    void close() {
        watch.close();
    }

    @Test
    void tellsEveryChangeAndEndsWithTheLastOne() {
        ledger.put(submission(0, SubmissionStatus.PROCESSING));
        Ear ear = new Ear();
        watch.listen(submission(0, SubmissionStatus.PROCESSING), ear);

        ledger.put(submission(1, SubmissionStatus.PROCESSING));
        await(() -> ear.heard.size() == 1);
        ledger.put(submission(2, SubmissionStatus.COMPLETED));
        await(() -> ear.ended);

        assertThat(ear.heard).extracting(heard -> heard.lines().accepted()).containsExactly(1, 2);
        assertThat(watch.listeners()).isZero();
    }

    @Test
    void asksOnceForAllHoweverManyListen() {
        ledger.put(submission(0, SubmissionStatus.PROCESSING));
        List<Ear> ears = IntStream.range(0, 50).mapToObj(i -> new Ear()).toList();
        ears.forEach(ear -> watch.listen(submission(0, SubmissionStatus.PROCESSING), ear));

        ledger.put(submission(1, SubmissionStatus.COMPLETED));
        await(() -> ears.stream().allMatch(ear -> ear.ended));

        assertThat(ledger.asked).isNotEmpty().allSatisfy(ids -> assertThat(ids).containsExactly(ID));
        assertThat(ears).allSatisfy(ear -> assertThat(ear.heard).hasSize(1));
    }

    @Test
    void asksNothingWhileNobodyListens() throws InterruptedException {
        Thread.sleep(100);

        assertThat(ledger.asked).isEmpty();
    }

    @Test
    void letsGoOfWhoDoesNotRead() {
        ledger.put(submission(0, SubmissionStatus.PROCESSING));
        Ear slow = new Ear();
        slow.upToDate = false;
        watch.listen(submission(0, SubmissionStatus.PROCESSING), slow);

        await(() -> slow.dropped);

        assertThat(watch.listeners()).isZero();
    }

    @Test
    void saysThatItIsThereWhenNothingChanges() {
        ledger.put(submission(0, SubmissionStatus.PROCESSING));
        Ear ear = new Ear();
        watch.listen(submission(0, SubmissionStatus.PROCESSING), ear);

        await(() -> ear.heartbeats > 1);

        assertThat(ear.heard).isEmpty();
    }

    @Test
    void takesNoMoreListenersThanItMay() {
        ledger.put(submission(0, SubmissionStatus.PROCESSING));
        IntStream.range(0, 60)
                .forEach(i -> assertThat(watch.listen(submission(0, SubmissionStatus.PROCESSING), new Ear()))
                        .isPresent());

        assertThat(watch.isFull()).isTrue();
        assertThat(watch.listen(submission(0, SubmissionStatus.PROCESSING), new Ear()))
                .isEmpty();
    }

    @Test
    void goesOnWhenTheDatabaseIsBackAndWhenAListenerFails() {
        ledger.put(submission(0, SubmissionStatus.PROCESSING));
        Ear broken = new Ear();
        broken.fails = true;
        Ear ear = new Ear();
        watch.listen(submission(0, SubmissionStatus.PROCESSING), broken);
        watch.listen(submission(0, SubmissionStatus.PROCESSING), ear);
        ledger.away = true;
        int before = ledger.asked.size();
        await(() -> ledger.asked.size() > before + 1);

        ledger.away = false;
        ledger.put(submission(1, SubmissionStatus.COMPLETED));

        await(() -> ear.ended);
        assertThat(ear.heard).hasSize(1);
    }

    private static void await(BooleanSupplier wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!wanted.getAsBoolean() && System.nanoTime() < deadline) {
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        assertThat(wanted.getAsBoolean()).isTrue();
    }

    private static Submission submission(int accepted, SubmissionStatus status) {
        return new Submission(
                ID,
                Optional.of("63"),
                "63_03152007.tsv",
                Mode.SUBMIT,
                false,
                "00",
                1,
                StandardCharsets.UTF_8,
                Optional.empty(),
                Optional.empty(),
                Instant.EPOCH,
                "opi",
                Optional.empty(),
                status,
                Optional.empty(),
                Map.of("SD", new LineCounts(2, accepted, 0, 0, 0, 0)),
                Map.of(),
                "1",
                Optional.empty());
    }

    private static ProgressConfig config() {
        return new ProgressConfig() {
            @Override
            public Duration poll() {
                return Duration.ofMillis(10);
            }

            @Override
            public Duration heartbeat() {
                return Duration.ofMillis(30);
            }

            @Override
            public Duration patience() {
                return Duration.ofMillis(60);
            }

            @Override
            public int listenersMax() {
                return 60;
            }
        };
    }

    private static final class Ear implements ProgressListener {
        private final List<Submission> heard = new CopyOnWriteArrayList<>();
        private volatile boolean ended;
        private volatile boolean dropped;
        private volatile boolean upToDate = true;
        private volatile boolean fails;
        private volatile int heartbeats;

        @Override
        public void changed(Submission submission) {
            if (fails) {
                throw new IllegalStateException("this ear is deaf");
            }
            heard.add(submission);
        }

        @Override
        public void end() {
            ended = true;
        }

        @Override
        public synchronized void heartbeat() {
            heartbeats = heartbeats + 1;
        }

        @Override
        public boolean isUpToDate() {
            return upToDate;
        }

        @Override
        public void drop() {
            dropped = true;
        }
    }

    /** Submissions in memory, and what was asked for. */
    private static final class Ledger implements SubmissionLedger {
        private final Map<UUID, Submission> submissions = new ConcurrentHashMap<>();
        private final List<Collection<UUID>> asked = new CopyOnWriteArrayList<>();
        private volatile boolean away;

        void put(Submission submission) {
            submissions.put(submission.id(), submission);
        }

        @Override
        public List<Submission> findAll(Collection<UUID> ids) {
            asked.add(ids);
            if (away) {
                throw new IllegalStateException("the database is away");
            }
            List<Submission> found = new ArrayList<>(submissions.values());
            found.removeIf(submission -> !ids.contains(submission.id()));
            return found;
        }

        @Override
        public Receipt take(Arrival arrival) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Submission refuse(Arrival arrival) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Submission> find(UUID id) {
            return Optional.ofNullable(submissions.get(id));
        }

        @Override
        public Set<UUID> known(Collection<UUID> ids) {
            return submissions.keySet();
        }

        @Override
        public Page<Submission> page(Optional<String> district, Optional<SubmissionStatus> status, PageRequest page) {
            return Page.of(List.copyOf(submissions.values()), page);
        }
    }
}
