package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.faults.oracle.Oracle;
import gov.mt.opi.aim.faults.scene.Scene;
import gov.mt.opi.aim.faults.scene.Workload;
import gov.mt.opi.aim.local.RunningAim;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** One fault with one seed on a running system: files are sent, it strikes, it is undone, and the oracle looks at what came of it. */
final class Trial {

    private final long seed;
    private final Fault fault;
    private final int students;
    private final Duration patience;

    /**
     * A trial.
     *
     * @param students how many students the files tell of
     * @param patience how long to wait for the system to settle
     */
    Trial(long seed, Fault fault, int students, Duration patience) {
        this.seed = seed;
        this.fault = fault;
        this.students = students;
        this.patience = patience;
    }

    /** @param number of the trial within its system, from 0 */
    TrialResult play(RunningAim aim, int number) throws InterruptedException {
        // Two faults of one seed must not be about the same children: they would be found to be one.
        Random dice = new Random(seed * 31 + fault.name().hashCode());
        List<String> differences = new ArrayList<>();
        long began = System.nanoTime();
        long lines = 0;
        List<String> notes = List.of();
        try (Scene scene = new Scene(aim, new Workload(number, dice.nextLong() >>> 1, students), dice)) {
            try {
                scene.loadRegistry();
                fault.course().play(scene);
                began = System.nanoTime();
                scene.sending().awaitSent();
                differences.addAll(new Oracle(scene).differences(patience));
            } finally {
                lines = scene.sending().submissions().stream()
                        .mapToLong(submission -> submission.file().records())
                        .sum();
                notes = scene.notes();
            }
        } catch (InterruptedException e) {
            throw e;
        } catch (IOException e) {
            differences.add("did not come to its end: " + e.getMessage()
                    + (e.getCause() == null ? "" : " (" + e.getCause() + ")"));
        } catch (Exception e) {
            differences.add("the trial itself failed: " + e);
        }
        return new TrialResult(seed, fault, lines, notes, (System.nanoTime() - began) / 1e9, differences);
    }
}
