package gov.mt.opi.aim.validation;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.validation.gathering.Barrier;
import gov.mt.opi.aim.validation.gathering.GatheredFile;
import gov.mt.opi.aim.validation.judging.FileJudge;
import gov.mt.opi.aim.validation.judging.Verdicts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The story of this service. Lines arrive in batches and wait at the {@link Barrier} until their file is complete. A complete
 * file is judged as a whole: each line by its structure, its fields, its conditions and the registry, then the clean ones
 * against each other. Every line leaves with one verdict: accepted, typed and in the order SD, EN, PP, AT, or rejected with
 * all its findings. Only when the verdicts are safe is the file forgotten, and only then may its lines be committed.
 *
 * <p>Nothing is stored. Whatever happens in between, the same lines give the same verdicts under the same ids.
 */
public final class Validation {

    private final Barrier barrier;
    private final FileJudge judge;
    private final Supplier<RegistryView> currentRegistry;
    private final Verdicts verdicts;

    /**
     * The service.
     *
     * @param barrier gathers lines
     * @param judge judges files
     * @param currentRegistry the registry with everything that was said to it before the call; may wait
     * @param verdicts where verdicts go
     */
    public Validation(Barrier barrier, FileJudge judge, Supplier<RegistryView> currentRegistry, Verdicts verdicts) {
        this.barrier = barrier;
        this.judge = judge;
        this.currentRegistry = currentRegistry;
        this.verdicts = verdicts;
    }

    /**
     * A line that has arrived.
     *
     * @param partition where from
     * @param offset its place there
     * @param line what a district sent
     */
    public record Arrived(int partition, long offset, RecordSubmitted line) {}

    /**
     * Takes a batch of lines and judges the files that it completes, in the order in which they are completed.
     *
     * @return the sizes of the judged files, in lines
     */
    public List<Integer> take(List<Arrived> batch) {
        List<Integer> judged = new ArrayList<>();
        RegistryView registry = null;
        for (Arrived arrived : batch) {
            Optional<GatheredFile> complete = barrier.add(arrived.partition(), arrived.offset(), arrived.line());
            if (complete.isPresent()) {
                // A school registered right before the upload must be known, so the registry is asked anew in every
                // batch.
                registry = registry == null ? currentRegistry.get() : registry;
                judge.judge(complete.get(), registry, verdicts);
                barrier.done(complete.get());
                judged.add(complete.get().size());
            }
        }
        return judged;
    }
}
