package gov.mt.opi.aim.validation.benchmark;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.validation.JudgedFile;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.judging.FileJudge;
import gov.mt.opi.aim.validation.judging.Verdicts;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.InfoTally;
import gov.mt.opi.aim.validation.reading.LineReader;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * What a clean record costs on one core. Not part of the build, because figures of a shared machine prove nothing; run
 * it with {@code mvn -pl validation-service -am test -Dtest=RulesBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Threads(1)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
public class RulesBenchmark {

    private static final int RECORDS = 60_000;

    private final GatheredFile file = GatheredFile.of(CleanFile.submitted(RECORDS));
    private final RegistryView registry = JudgedFile.registry();
    private final FileJudge judge = new FileJudge(JudgedFile.CONFIG);

    @Test
    void measure() throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(RulesBenchmark.class.getSimpleName())
                        .build())
                .run();
    }

    /** A whole file: both readings, every rule, the events; without JSON and broker. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void allRules(Blackhole out) {
        judge.judge(file, registry, new Swallowing(out));
    }

    /** Only from the text of a line to a record with its values. */
    @Benchmark
    @OperationsPerInvocation(RECORDS)
    public void readingALine(Blackhole out) {
        Optional<InfoTally> info = Optional.of(new InfoTally());
        for (int index = 0; index < file.size(); index++) {
            out.consume(
                    LineReader.read(file.record(index), file.line(index), Findings.counting(file.line(index), info)));
        }
    }

    private record Swallowing(Blackhole out) implements Verdicts {

        @Override
        public void rejected(RecordOutcome outcome) {
            throw new IllegalStateException("the file has a fault: " + outcome.findings());
        }

        @Override
        public void accepted(RecordAccepted record) {
            out.consume(record);
        }

        @Override
        public void complete() {
            // Nothing waits.
        }
    }
}
