package gov.mt.opi.aim.endtoend;

import gov.mt.opi.aim.local.sample.Lines;
import gov.mt.opi.aim.local.sample.People;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A file that keeps the services busy long enough to be disturbed: students of district 9 with State IDs. */
final class BigFile {

    static final String NAME = "9_03202007.tsv";
    static final int RECORDS = 20_000;

    private BigFile() {}

    static String content(long seed) {
        People people = new People(seed);
        return IntStream.range(0, RECORDS)
                .mapToObj(n -> people.next(String.valueOf(500_000 + n), n % 9, true))
                .map(student -> Lines.demographics("9", student))
                .collect(Collectors.joining(
                        "\n", Lines.header(LocalDate.of(2007, 3, 20), "12:00:00", "MT1.3") + "\n", "\n"));
    }

    static byte[] bytes(String content) {
        return content.getBytes(StandardCharsets.UTF_8);
    }
}
