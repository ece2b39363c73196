package gov.mt.opi.aim.load;

import gov.mt.opi.aim.load.machine.Percentiles;
import gov.mt.opi.aim.load.machine.Usage;
import java.util.Map;

/**
 * One load of a state, measured.
 *
 * @param name what was loaded
 * @param records records of all files
 * @param sentSeconds until the last file was acknowledged
 * @param completedSeconds until every submission was completed
 * @param countedSeconds until reporting had taken in everything and counted right
 * @param quietSeconds until nobody had anything left to do
 * @param usage CPU until then
 * @param stages timers of the services, by {@code service: stage}
 * @param statements milliseconds of PostgreSQL in each kind of statement
 * @param pages times of the pages that were looked at meanwhile
 */
record Load(
        String name,
        int records,
        double sentSeconds,
        double completedSeconds,
        double countedSeconds,
        double quietSeconds,
        Usage usage,
        Map<String, Stages.Stage> stages,
        Map<String, Double> statements,
        Map<String, Percentiles> pages) {

    /** Records a second, from the first upload to the last count. */
    double speed() {
        return records / countedSeconds;
    }

    /** Cores that were busy with something else. */
    double othersCores() {
        return usage.secondsOfOthers() / quietSeconds;
    }

    /** Microseconds of CPU a record. */
    double micros(long nanos) {
        return nanos / 1e3 / records;
    }

    /** Microseconds of CPU a record, everything but this program. */
    double micros() {
        return usage.processes().entrySet().stream()
                .filter(process -> !process.getKey().equals(gov.mt.opi.aim.load.machine.Machine.CLIENT))
                .mapToDouble(process -> micros(process.getValue()))
                .sum();
    }
}
