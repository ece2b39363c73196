package gov.mt.opi.aim.load;

import gov.mt.opi.aim.load.floor.Floor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The floor, measured as a process of its own while the services are idle: some passes warm it up, the median of the others
 * counts. A load takes a minute and meets all moods of the machine; the best pass of five seconds met its best one.
 *
 * @param records records of the files
 * @param passes seconds of each pass that counts
 */
record FloorRun(int records, List<Double> passes) {

    static final int THREADS = 2;
    private static final int WARMING = 2;
    private static final int COUNTING = 3;

    static FloorRun of(StateFiles state, String jdbcUrl, Path log) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Floor.class.getName(),
                        jdbcUrl,
                        state.folder().toString(),
                        String.valueOf(THREADS),
                        String.valueOf(WARMING + COUNTING))
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("pass "))
                .toList();
        if (process.waitFor() != 0 || lines.size() != WARMING + COUNTING) {
            throw new IOException("the floor failed; its log: " + log);
        }
        List<Double> seconds = new ArrayList<>();
        for (String line : lines) {
            String[] figures = line.split(" ");
            int wrong = state.expected().total().wrong();
            if (Integer.parseInt(figures[1]) != state.records()
                    || Integer.parseInt(figures[2]) != wrong
                    || Long.parseLong(figures[3]) != state.records() - wrong) {
                throw new WrongCount(
                        "the floor",
                        List.of("records, wrong lines and rows are " + line + ", but " + state.records() + " and "
                                + wrong + " were sent"));
            }
            seconds.add(Long.parseLong(figures[4]) / 1e9);
        }
        return new FloorRun(state.records(), List.copyOf(seconds.subList(WARMING, seconds.size())));
    }

    /** This and the passes of another time. */
    FloorRun and(FloorRun other) {
        List<Double> all = new ArrayList<>(passes);
        all.addAll(other.passes);
        return new FloorRun(records, List.copyOf(all));
    }

    /** Records a second, of the median pass; of the two in the middle where their number is even. */
    double speed() {
        List<Double> sorted = passes.stream().sorted().toList();
        int middle = sorted.size() / 2;
        double seconds =
                sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
        return records / seconds;
    }

    /** The passes in words: how far they lie apart says how quiet the machine was. */
    String times() {
        return passes.stream().map(Figures::two).collect(Collectors.joining(", ")) + " s";
    }
}
