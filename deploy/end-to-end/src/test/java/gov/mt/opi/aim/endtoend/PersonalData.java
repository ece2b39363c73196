package gov.mt.opi.aim.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names, birth dates and State IDs of files, and the search for them where they must not be. */
final class PersonalData {

    /** Dates as files and as databases write them, and numbers that could be State IDs. */
    private static final Pattern DATE_OR_ID =
            Pattern.compile("\\b\\d{2}/\\d{2}/\\d{4}\\b|\\b\\d{4}-\\d{2}-\\d{2}\\b|(?<![\\w.-])\\d{9}(?![\\w.-])");

    private final Set<String> names = new HashSet<>();
    private final Set<String> datesAndIds = new HashSet<>();

    /** Learns what the records of a file say about people. */
    void addAll(String content) {
        content.lines().map(line -> line.split("\t", -1)).forEach(fields -> {
            if (fields[0].equals("SD") && fields.length == 15) {
                names.add(fields[4]);
                names.add(fields[5]);
                addDate(fields[9]);
                addId(fields[2]);
            } else if (fields[0].equals("EN")) {
                addId(fields[5]);
            }
        });
    }

    boolean isEmpty() {
        return names.isEmpty() || datesAndIds.isEmpty();
    }

    /** @return where personal data stand in the files of a folder, as {@code file:line} without the data */
    List<String> placesIn(Path folder) throws IOException {
        List<String> places = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                addPlaces(file, places);
            }
        }
        return places;
    }

    private void addPlaces(Path file, List<String> places) throws IOException {
        int number = 0;
        try (BufferedReader lines =
                new BufferedReader(new java.io.InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (isPersonal(line)) {
                    places.add(file.getFileName() + ":" + number);
                }
            }
        }
    }

    private boolean isPersonal(String line) {
        Matcher candidates = DATE_OR_ID.matcher(line);
        while (candidates.find()) {
            if (datesAndIds.contains(candidates.group())) {
                return true;
            }
        }
        return names.stream().anyMatch(line::contains);
    }

    private void addDate(String date) {
        String[] parts = date.split("/");
        datesAndIds.add(date);
        if (parts.length == 3) {
            datesAndIds.add(parts[2] + "-" + parts[0] + "-" + parts[1]);
        }
    }

    private void addId(String stateId) {
        if (!stateId.isEmpty()) {
            datesAndIds.add(stateId);
        }
    }
}
