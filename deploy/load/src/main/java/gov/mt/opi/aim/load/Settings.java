package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.Plan;
import gov.mt.opi.aim.local.ServiceProcess;
import gov.mt.opi.aim.local.UsageException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the command line asks for; the script prints the help.
 *
 * @param students students of one state; the second is as large
 * @param changed part of the students who change before the state is sent again
 * @param defects part of the lines that are made wrong
 * @param uploads files that are sent at the same time
 * @param jvm flags of the services
 * @param growth measure how the cost of a record grows with the state, instead of the usual run
 * @param instances measure 1, 2 and 3 instances of validation and state-store, instead of the usual run
 * @param keep leave the data when it ends
 * @param report where the page goes; empty where the settings decide
 */
record Settings(
        int students,
        int districts,
        long seed,
        double changed,
        double defects,
        int uploads,
        String jvm,
        boolean growth,
        boolean instances,
        boolean keep,
        Optional<String> report) {

    static final int USUAL_STUDENTS = 40_000;
    private static final List<String> SWITCHES = List.of("--growth", "--instances", "--keep");
    private static final List<String> VALUES =
            List.of("--students", "--districts", "--seed", "--changed", "--defects", "--uploads", "--jvm", "--report");

    /** @throws UsageException at what is not understood */
    static Settings of(List<String> words) {
        Map<String, String> values = new HashMap<>();
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (SWITCHES.contains(word)) {
                values.put(word, "yes");
            } else if (VALUES.contains(word) && i + 1 < words.size()) {
                values.put(word, words.get(++i));
            } else {
                throw new UsageException("not understood: " + word + "; ./deploy/load/run --help shows what there is");
            }
        }
        try {
            Settings settings = new Settings(
                    Integer.parseInt(values.getOrDefault("--students", String.valueOf(USUAL_STUDENTS))),
                    Integer.parseInt(values.getOrDefault("--districts", "400")),
                    Long.parseLong(values.getOrDefault("--seed", "20070313")),
                    // As a student has four records of which most changes touch one, about 3 % of the records change.
                    Double.parseDouble(values.getOrDefault("--changed", "0.1")),
                    Double.parseDouble(values.getOrDefault("--defects", "0.005")),
                    Integer.parseInt(values.getOrDefault("--uploads", "4")),
                    values.getOrDefault("--jvm", ServiceProcess.USUAL_FLAGS),
                    values.containsKey("--growth"),
                    values.containsKey("--instances"),
                    values.containsKey("--keep"),
                    Optional.ofNullable(values.get("--report")));
            settings.plan();
            if (settings.uploads < 1 || settings.uploads > 64) {
                throw new UsageException("--uploads must be from 1 to 64");
            }
            return settings;
        } catch (NumberFormatException notANumber) {
            throw new UsageException("not a number: " + notANumber.getMessage());
        } catch (IllegalArgumentException notPossible) {
            throw new UsageException(notPossible.getMessage());
        }
    }

    /** As they would be typed. */
    String words() {
        return "--students " + students + " --districts " + districts + " --seed " + seed + " --changed " + changed
                + " --defects " + defects + " --uploads " + uploads + (growth ? " --growth" : "")
                + (instances ? " --instances" : "");
    }

    /** The page among the documents that holds such figures. */
    String page() {
        return growth ? "benchmarks-growth.md" : instances ? "benchmarks-instances.md" : "benchmarks.md";
    }

    /** The first state. */
    Plan plan() {
        return new Plan(students, districts, seed, 1, 0, defects);
    }
}
