package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.generator.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The same two states on 1, 2 and 3 instances of validation and state-store: nothing may be lost, nothing counted twice. */
final class Instances {

    private static final int MOST = 3;

    private final Benchmark benchmark;
    private final Settings settings;

    Instances(Benchmark benchmark, Settings settings) {
        this.benchmark = benchmark;
        this.settings = settings;
    }

    Report measure() throws IOException, InterruptedException {
        Plan first = settings.plan();
        Plan others = first.others();
        StateFiles cold = benchmark.files("first", first, Expectation.of(first).get(0));
        StateFiles warm =
                benchmark.files("others", others, Expectation.of(others).get(0));
        Report report = new Report();
        report.heading("Instances");
        report.text(
                "Two states of " + Figures.whole(settings.students()) + " children each on a fresh system with so many "
                        + "instances of validation and state-store; the second is measured. All outcomes and counts were right.");
        List<Load> loads = new ArrayList<>();
        for (int instances = 1; instances <= MOST; instances++) {
            try (Installation aim = benchmark.installation().start(first, instances, settings.uploads())) {
                benchmark.progress("loading two states with " + instances + " of each");
                aim.loading().fresh("cold", cold);
                loads.add(aim.loading().fresh(instances + (instances == 1 ? " instance" : " instances"), warm));
            }
        }
        report.growth(loads);
        report.threads(loads);
        return report;
    }
}
