package gov.mt.opi.aim.validation;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.validation.Validation.Arrived;
import gov.mt.opi.aim.validation.gathering.Barrier;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.judging.FileJudge;
import gov.mt.opi.aim.validation.judging.Verdicts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/**
 * The same file gives the same verdicts, whatever the order of its lines, and whatever happens on their way: batches of any
 * size, lines twice, an instance that loses the partition in the middle of a file to another one.
 */
class SameFileSameFindingsTest {

    private static final int ROUNDS = 400;
    private static final int LINES_MAX = 40;
    private static final int PARTITION = 3;
    private static final LocalDate HEADER = LocalDate.of(2007, 3, 15);

    @Test
    void whateverTheOrderOfLinesAndTheirWay() {
        long seed = System.nanoTime();
        System.out.println("SameFileSameFindingsTest seed " + seed);
        for (int round = 0; round < ROUNDS; round++) {
            Random random = new Random(seed + round);
            List<String> lines = RandomFile.lines(random, LINES_MAX);
            Told expected = new Told(lines);
            new FileJudge(JudgedFile.CONFIG).judge(GatheredFile.of(events(lines)), JudgedFile.registry(), expected);
            List<String> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, random);

            Told told = new Told(shuffled);
            sendThroughInstances(events(shuffled), told, random);

            assertThat(told.byContent()).as("seed %d", seed + round).isEqualTo(expected.byContent());
            assertThat(told.info).as("INFO, seed %d", seed + round).isEqualTo(expected.info);
        }
    }

    /** What the broker holds is read by instances that take the partition from each other. */
    private static void sendThroughInstances(List<RecordSubmitted> file, Told told, Random random) {
        List<RecordSubmitted> log = withRepetitions(file, random);
        List<Barrier> barriers = List.of(new Barrier(10), new Barrier(10), new Barrier(10));
        List<Validation> instances = barriers.stream()
                .map(barrier -> new Validation(barrier, new FileJudge(JudgedFile.CONFIG), JudgedFile::registry, told))
                .toList();
        int owner = 0;
        long committed = 0;
        long next = 0;
        barriers.get(owner).begin(PARTITION, 0);
        while (next < log.size()) {
            long to = Math.min(log.size(), next + 1 + random.nextInt(15));
            List<Arrived> batch = new ArrayList<>();
            for (long offset = next; offset < to; offset++) {
                batch.add(new Arrived(PARTITION, offset, log.get((int) offset)));
            }
            if (barriers.get(owner).arrive(PARTITION, next, to)) {
                instances.get(owner).take(batch);
            }
            next = to;
            // A commit may be lost, and the partition may move.
            if (random.nextBoolean()) {
                committed = barriers.get(owner).safeOffsets().getOrDefault(PARTITION, committed);
            }
            if (random.nextInt(4) == 0) {
                barriers.get(owner).end(PARTITION);
                owner = random.nextInt(instances.size());
                barriers.get(owner).begin(PARTITION, committed);
                next = committed;
            }
        }
    }

    /** A publisher that was killed sends a part of the file again. */
    private static List<RecordSubmitted> withRepetitions(List<RecordSubmitted> file, Random random) {
        List<RecordSubmitted> log = new ArrayList<>();
        int at = 0;
        while (at < file.size()) {
            int to = Math.min(file.size(), at + 1 + random.nextInt(10));
            log.addAll(file.subList(at, to));
            if (random.nextInt(5) == 0) {
                log.addAll(file.subList(at, to));
            }
            at = to;
        }
        return log;
    }

    private static List<RecordSubmitted> events(List<String> lines) {
        TreeMap<Integer, String> numbered = new TreeMap<>();
        lines.forEach(line -> numbered.put(numbered.size() + 2, line));
        return JudgedFile.submitted("63", HEADER, numbered);
    }

    /** Verdicts by what a line says, without line numbers. */
    private static final class Told implements Verdicts {
        private final List<String> lines;
        private final Map<Integer, String> verdicts = new TreeMap<>();
        private final Map<String, Integer> info = new TreeMap<>();

        Told(List<String> lines) {
            this.lines = lines;
        }

        @Override
        public void rejected(RecordOutcome outcome) {
            tell(outcome.line(), "rejected " + inWords(outcome.findings()), outcome.info());
        }

        @Override
        public void accepted(RecordAccepted record) {
            tell(record.line(), "accepted " + record.fields() + inWords(record.findings()), record.info());
        }

        @Override
        public void complete() {
            // Whether the broker has them is another test's question.
        }

        private void tell(int line, String verdict, Map<String, Integer> counts) {
            String before = verdicts.put(line, verdict);
            assertThat(before == null || before.equals(verdict))
                    .as("the verdict is the same when a file is judged again")
                    .isTrue();
            info.putAll(counts);
            // That the lines are in another order is what this one says.
            info.remove("XF-018");
        }

        private static String inWords(List<Finding> findings) {
            return findings.stream()
                    .map(finding -> finding.ruleId() + " " + finding.severity() + " " + finding.fieldName() + " "
                            + (finding.fieldName() == null ? "" : finding.value()))
                    .sorted()
                    .toList()
                    .toString();
        }

        /** For each content the verdicts of its lines. */
        Map<String, List<String>> byContent() {
            assertThat(verdicts).as("every line has its verdict").hasSize(lines.size());
            Map<String, List<String>> byContent = new TreeMap<>();
            verdicts.forEach((line, verdict) -> byContent
                    .computeIfAbsent(lines.get(line - 2), content -> new ArrayList<>())
                    .add(verdict));
            byContent.values().forEach(Collections::sort);
            return byContent;
        }
    }
}
