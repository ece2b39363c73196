package gov.mt.opi.aim.generator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Writes a made-up state into a folder: {@code java -jar generator.jar --out FOLDER}; see {@link #USAGE}. */
public final class Generator {

    private static final String USAGE =
            """
            usage: java -jar generator.jar --out FOLDER [options]

              --students N     students of the state (150000)
              --districts N    districts (400)
              --seed N         the same seed makes the same state (20070313)
              --wave N         1 is the first submission; 2 and on send it again with changes (1)
              --changed PART   part of the students who change from wave to wave (0.03)
              --defects PART   part of the lines that are made wrong (0)
              --first N        number of the first student: other students in the same districts (0)

            Writes registry/districts.csv, schools.csv and calendars.csv, and wave-N/<district>_<MMDDYYYY>.tsv.
            The students bring State IDs: send the files as opi with adoptStateIds=true.
            """;

    private static final Set<String> OPTIONS =
            Set.of("out", "students", "districts", "seed", "wave", "changed", "defects", "first");

    private Generator() {}

    public static void main(String[] words) throws IOException {
        try {
            Map<String, String> options = options(words);
            Plan plan = new Plan(
                    Integer.parseInt(options.getOrDefault("students", "150000")),
                    Integer.parseInt(options.getOrDefault("districts", "400")),
                    Long.parseLong(options.getOrDefault("seed", "20070313")),
                    Integer.parseInt(options.getOrDefault("wave", "1")),
                    Double.parseDouble(options.getOrDefault("changed", "0.03")),
                    Double.parseDouble(options.getOrDefault("defects", "0")),
                    Integer.parseInt(options.getOrDefault("first", "0")));
            if (!options.containsKey("out")) {
                throw new IllegalArgumentException("--out is needed");
            }
            write(plan, Path.of(options.get("out")));
        } catch (IllegalArgumentException usage) {
            System.err.println(usage.getMessage() + "\n\n" + USAGE);
            System.exit(2);
        }
    }

    private static void write(Plan plan, Path folder) throws IOException {
        GeneratedState state = new GeneratedState(plan);
        Path registry = Files.createDirectories(folder.resolve("registry"));
        for (Map.Entry<String, String> part : state.registry().entrySet()) {
            Files.writeString(registry.resolve(part.getKey() + ".csv"), part.getValue(), StandardCharsets.UTF_8);
        }
        Path wave = Files.createDirectories(folder.resolve("wave-" + plan.wave()));
        long records = 0;
        Map<String, String> files = state.files();
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(wave.resolve(file.getKey()), file.getValue(), StandardCharsets.UTF_8);
            records += file.getValue().lines().count() - 1;
        }
        System.out.printf("%d files, %d records in %s%n", files.size(), records, wave);
    }

    private static Map<String, String> options(String[] words) {
        Map<String, String> options = new HashMap<>();
        for (int i = 0; i < words.length; i += 2) {
            String name = words[i].startsWith("--") ? words[i].substring(2) : "";
            if (!OPTIONS.contains(name) || i + 1 == words.length) {
                throw new IllegalArgumentException("not understood: " + words[i]);
            }
            options.put(name, words[i + 1]);
        }
        return options;
    }
}
