package gov.mt.opi.aim.load;

import gov.mt.opi.aim.generator.Expectation;
import gov.mt.opi.aim.generator.GeneratedState;
import gov.mt.opi.aim.generator.Plan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * The files of one wave of a state, on disk, and what must become of them.
 *
 * @param folder where they are
 * @param paths the files, in the order in which they are sent: mixed, as districts do not wait for each other
 * @param expected what must become of them
 */
record StateFiles(Path folder, List<Path> paths, Expectation.Wave expected) {

    static StateFiles write(Plan plan, Expectation.Wave expected, Path folder) throws IOException {
        forget(folder);
        Files.createDirectories(folder);
        List<Path> paths = new ArrayList<>();
        for (Map.Entry<String, String> file : new GeneratedState(plan).files().entrySet()) {
            paths.add(Files.writeString(folder.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8));
        }
        Collections.shuffle(paths, new Random(plan.seed()));
        return new StateFiles(folder, List.copyOf(paths), expected);
    }

    /** Removes a folder of files, whatever it holds. */
    static void forget(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    int records() {
        return expected.total().records();
    }

    Expectation.Sent expected(Path file) {
        return expected.files().get(file.getFileName().toString());
    }

    long bytes() throws IOException {
        long bytes = 0;
        for (Path path : paths) {
            bytes += Files.size(path);
        }
        return bytes;
    }
}
