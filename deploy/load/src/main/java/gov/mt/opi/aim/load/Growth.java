package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.generator.Plan;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** How the cost of a record grows with the state: states of other children, one after the other, on a warm system. */
final class Growth {

    private static final int STATES = 4;

    private final Benchmark benchmark;
    private final Settings settings;

    Growth(Benchmark benchmark, Settings settings) {
        this.benchmark = benchmark;
        this.settings = settings;
    }

    Report measure() throws IOException, InterruptedException {
        List<Load> loads = new ArrayList<>();
        Plan plan = settings.plan();
        try (Installation aim = benchmark.installation().start(plan, 1, settings.uploads())) {
            // As large as the others, so that it has the schools that are registered.
            Plan warming = new Plan(
                    settings.students(),
                    settings.districts(),
                    settings.seed(),
                    1,
                    0,
                    settings.defects(),
                    STATES * settings.students());
            benchmark.progress("warming up");
            aim.loading().fresh("warming", files("warming", warming));
            for (int state = 1; state <= STATES; state++) {
                StateFiles files = files("state-" + state, plan);
                benchmark.progress("loading state " + state + " of " + STATES + ", " + Figures.whole(files.records())
                        + " records");
                loads.add(aim.loading().fresh(state + "x", files));
                plan = plan.others();
            }
            Report report = new Report();
            report.heading("Growth");
            report.text("Five states of " + Figures.whole(settings.students())
                    + " children each in the same districts, one after the other. The first warms the system up and is not "
                    + "shown; 4x is the load that comes to three others and that one.");
            report.growth(loads);
            report.heading("CPU and memory");
            report.processes(loads, aim.machine().peaks());
            report.heading("Where the time of a record goes");
            report.threads(loads);
            report.stages(loads);
            report.statements(loads);
            return report;
        }
    }

    private StateFiles files(String name, Plan plan) throws IOException {
        return benchmark.files(name, plan, Expectation.of(plan).get(0));
    }
}
