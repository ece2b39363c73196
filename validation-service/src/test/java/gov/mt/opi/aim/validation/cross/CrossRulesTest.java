package gov.mt.opi.aim.validation.cross;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.validation.JudgedFile;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The rules across records against a plain and slow statement of what they mean, in any order of lines. */
class CrossRulesTest {

    private static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final LocalDate FIRST_DAY = LocalDate.of(2006, 8, 28);
    private static final int ROUNDS = 300;

    private record Enrollment(
            int student, String school, boolean primary, LocalDate start, LocalDate end, String grade) {

        String line() {
            return String.join(
                    "\t",
                    "EN",
                    "63",
                    school,
                    "101",
                    "2007",
                    String.valueOf(200000000 + student),
                    "",
                    primary ? "P" : "S",
                    US.format(start),
                    "02",
                    end == null ? "" : US.format(end),
                    end == null ? "" : "140",
                    "",
                    grade);
        }

        boolean hasKeyOf(Enrollment other) {
            return student == other.student && school.equals(other.school) && start.equals(other.start);
        }

        boolean overlaps(Enrollment other) {
            return student == other.student
                    && (primary && other.primary || school.equals(other.school))
                    && !start.isAfter(other.lastDay())
                    && !other.start.isAfter(lastDay());
        }

        private LocalDate lastDay() {
            return end == null ? LocalDate.MAX : end;
        }
    }

    @Test
    void rejectTheSameLinesWhateverTheirOrder() {
        long seed = System.nanoTime();
        System.out.println("CrossRulesTest seed " + seed);
        Random random = new Random(seed);
        for (int round = 0; round < ROUNDS; round++) {
            List<Enrollment> enrollments = random(random);
            Collections.shuffle(enrollments, random);

            JudgedFile file =
                    JudgedFile.of(enrollments.stream().map(Enrollment::line).toList());

            Set<Enrollment> rejected = new HashSet<>();
            Set<Integer> rejectedLines = new TreeSet<>(file.rejected().keySet());
            rejectedLines.forEach(line -> rejected.add(enrollments.get(line - 2)));
            assertThat(rejected).as("seed %d, round %d", seed, round).isEqualTo(expected(enrollments));
            assertThat(rejectedLines)
                    .as("equal lines share their verdict: seed %d, round %d", seed, round)
                    .hasSize((int)
                            enrollments.stream().filter(rejected::contains).count());
        }
    }

    private static Set<Enrollment> expected(List<Enrollment> all) {
        Set<Enrollment> rejected = new HashSet<>();
        for (Enrollment one : all) {
            if (all.stream().anyMatch(other -> one.hasKeyOf(other) && !one.equals(other))) {
                rejected.add(one);
            }
        }
        List<Enrollment> left =
                all.stream().filter(one -> !rejected.contains(one)).toList();
        for (Enrollment one : left) {
            if (left.stream().anyMatch(other -> !one.equals(other) && one.overlaps(other))) {
                rejected.add(one);
            }
        }
        return rejected;
    }

    private static List<Enrollment> random(Random random) {
        List<Enrollment> enrollments = new ArrayList<>();
        int count = 1 + random.nextInt(12);
        for (int i = 0; i < count; i++) {
            LocalDate start = FIRST_DAY.plusDays(random.nextInt(20));
            Enrollment enrollment = new Enrollment(
                    random.nextInt(3),
                    random.nextBoolean() ? "733" : "734",
                    random.nextInt(4) > 0,
                    start,
                    random.nextInt(4) == 0 ? null : start.plusDays(random.nextInt(8)),
                    random.nextInt(5) == 0 ? "05" : "06");
            enrollments.add(enrollment);
            if (random.nextInt(4) == 0) {
                enrollments.add(enrollment);
            }
        }
        return enrollments;
    }
}
