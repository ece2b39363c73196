package gov.mt.opi.aim.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.reporting.census.Census;
import gov.mt.opi.aim.reporting.readmodel.Enrollment;
import gov.mt.opi.aim.reporting.readmodel.ProgramParticipation;
import gov.mt.opi.aim.reporting.readmodel.StateChanges;
import gov.mt.opi.aim.reporting.readmodel.StateChanges.Position;
import gov.mt.opi.aim.reporting.readmodel.Student;
import gov.mt.opi.aim.reporting.report.Counts;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.RepeatedTest;

/**
 * Whatever the order, the batches and the repetitions in which the statewide view arrives, the counts are those of a plain
 * calculation in memory, which shares no code with the service.
 */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class CountsPropertyTest {

    private static final List<String> SCHOOLS = List.of("1", "2");
    /** So late that what this test leaves behind is in nobody's count but its own. */
    private static final LocalDate FIRST_DAY = LocalDate.of(2100, 8, 1);

    @Inject
    Reporting reporting;

    @Inject
    Census census;

    @RepeatedTest(4)
    void countsAreThoseOfTheNewestStates() {
        long seed = Long.getLong("aim.test.seed", System.nanoTime());
        Random random = new Random(seed);
        World world = new World(random);

        List<Consumer<StateChanges>> events = new ArrayList<>(world.events);
        world.events.forEach(event -> {
            if (random.nextInt(3) == 0) {
                events.add(event);
            }
        });
        Collections.shuffle(events, random);
        deliver(events, random);
        deliver(world.tombstones(), random);
        // What was taken away is delivered again, late.
        Collections.shuffle(events, random);
        deliver(events.subList(0, events.size() / 2), random);

        for (int i = 0; i < 12; i++) {
            LocalDate day = FIRST_DAY.plusDays(random.nextInt(400));
            List<Dimension> by = someDimensions(random);
            Counts counts = reporting.membership(day, new Slice(by, Map.of(Dimension.DISTRICT, world.districts)));

            Map<List<String>, Long> rows = new HashMap<>();
            counts.rows().forEach(row -> rows.put(row.values(), row.students()));
            assertThat(rows).as("seed %d, day %s, by %s", seed, day, by).isEqualTo(world.count(day, by));
            assertThat(counts.total())
                    .isEqualTo(rows.values().stream().mapToLong(Long::longValue).sum());
        }
    }

    private void deliver(List<Consumer<StateChanges>> events, Random random) {
        int next = 0;
        while (next < events.size()) {
            int end = Math.min(events.size(), next + 1 + random.nextInt(80));
            StateChanges batch = StateChanges.at(Instant.now(), List.of(new Position("test", 0, end)));
            events.subList(next, end).forEach(event -> event.accept(batch));
            reporting.apply(batch);
            // The census takes up what changed since it last counted; the end must not depend on when that was.
            switch (random.nextInt(4)) {
                case 0 -> reporting.membership(FIRST_DAY, new Slice(List.of(), Map.of()));
                case 1 -> census.catchUp();
                default -> {}
            }
            next = end;
        }
    }

    private static List<Dimension> someDimensions(Random random) {
        List<Dimension> all = new ArrayList<>(List.of(
                Dimension.DISTRICT,
                Dimension.GRADE,
                Dimension.GENDER,
                Dimension.RACE_ETHNICITY,
                Dimension.LUNCH,
                Dimension.SPED,
                Dimension.LEP_STATUS));
        Collections.shuffle(all, random);
        return List.copyOf(all.subList(0, 1 + random.nextInt(5)));
    }

    /** A made-up state of two districts: every version of every thing, and the plain truth about the last ones. */
    private static final class World {

        private final Random random;
        private final Set<String> districts;
        private final List<Consumer<StateChanges>> events = new ArrayList<>();
        private final Map<UUID, Student> students = new TreeMap<>();
        private final Map<UUID, Enrollment> enrollments = new TreeMap<>();
        private final Map<UUID, ProgramParticipation> programs = new TreeMap<>();

        World(Random random) {
            this.random = random;
            int first = 5000 + 2 * random.nextInt(2000);
            this.districts = Set.of(String.valueOf(first), String.valueOf(first + 1));
            for (int i = 0; i < 60; i++) {
                UUID key = new UUID(random.nextLong(), random.nextLong());
                if (random.nextInt(8) != 0) {
                    versions(version -> student(key, version));
                }
                for (int j = random.nextInt(3); j >= 0; j--) {
                    UUID enrollment = new UUID(random.nextLong(), random.nextLong());
                    versions(version -> enrollment(enrollment, key, version));
                }
                programs(key);
            }
        }

        private void student(UUID key, long version) {
            Student student = new Student(
                    "100000001", "63", "", "Doe", "Jane", "", "", oneOf("M", "F"), null, oneOf("01", "05"), version);
            students.put(key, student);
            events.add(batch -> batch.students().is(key, student));
        }

        private void enrollment(UUID key, UUID student, long version) {
            LocalDate start = FIRST_DAY.plusDays(random.nextInt(300));
            Enrollment enrollment = new Enrollment(
                    student,
                    oneOf(districts.toArray(String[]::new)),
                    oneOf(SCHOOLS.toArray(String[]::new)),
                    "101",
                    2101,
                    oneOf("P", "P", "P", "S", "N"),
                    oneOf("06", "07", "12"),
                    start,
                    random.nextBoolean() ? null : start.plusDays(random.nextInt(100)),
                    "02",
                    "",
                    "",
                    "",
                    version);
            enrollments.put(key, enrollment);
            events.add(batch -> batch.enrollments().is(key, enrollment));
        }

        /** At most one program participation a student, school and calendar, as the statewide view has it. */
        private void programs(UUID student) {
            for (String district : districts) {
                for (String school : SCHOOLS) {
                    if (random.nextBoolean()) {
                        UUID key = new UUID(random.nextLong(), random.nextLong());
                        versions(version -> {
                            ProgramParticipation program = new ProgramParticipation(
                                    student,
                                    district,
                                    school,
                                    "101",
                                    2101,
                                    oneOf("F", "R", "N"),
                                    oneOf("Y", "N"),
                                    null,
                                    oneOf("01", null),
                                    null,
                                    null,
                                    null,
                                    null,
                                    Collections.nCopies(
                                            ProgramParticipation.otherProperties()
                                                    .size(),
                                            null),
                                    Instant.EPOCH,
                                    version);
                            programs.put(key, program);
                            events.add(batch -> batch.programs().is(key, program));
                        });
                    }
                }
            }
        }

        /** Takes some things away for good. */
        List<Consumer<StateChanges>> tombstones() {
            List<Consumer<StateChanges>> tombstones = new ArrayList<>();
            takeSomeAway(students)
                    .forEach(key -> tombstones.add(batch -> batch.students().isGone(key)));
            takeSomeAway(enrollments)
                    .forEach(key -> tombstones.add(batch -> batch.enrollments().isGone(key)));
            takeSomeAway(programs)
                    .forEach(key -> tombstones.add(batch -> batch.programs().isGone(key)));
            return tombstones;
        }

        Map<List<String>, Long> count(LocalDate day, List<Dimension> by) {
            Map<UUID, Map.Entry<UUID, Enrollment>> primary = new HashMap<>();
            enrollments.entrySet().stream()
                    .filter(entry -> entry.getValue().serviceType().equals("P"))
                    .filter(entry -> !entry.getValue().startDate().isAfter(day))
                    .filter(entry -> entry.getValue().endDate() == null
                            || !entry.getValue().endDate().isBefore(day))
                    .forEach(entry -> primary.merge(entry.getValue().studentKey(), entry, World::later));
            Map<List<String>, Long> rows = new HashMap<>();
            primary.values().forEach(entry -> {
                Enrollment member = entry.getValue();
                rows.merge(
                        by.stream().map(dimension -> value(dimension, member)).toList(), 1L, Long::sum);
            });
            return rows;
        }

        private String value(Dimension dimension, Enrollment member) {
            Student student = students.get(member.studentKey());
            ProgramParticipation program = programs.values().stream()
                    .filter(candidate -> candidate.studentKey().equals(member.studentKey())
                            && candidate.districtNumber().equals(member.districtNumber())
                            && candidate.schoolNumber().equals(member.schoolNumber()))
                    .findFirst()
                    .orElse(null);
            return switch (dimension) {
                case DISTRICT -> member.districtNumber();
                case GRADE -> member.grade();
                case GENDER -> student == null ? "" : student.gender();
                case RACE_ETHNICITY -> student == null ? "" : student.raceEthnicity();
                case LUNCH -> program == null ? "N" : program.freeReducedLunch();
                case SPED -> program == null ? "N" : program.spedStatus();
                case LEP_STATUS -> program == null ? "" : program.lepStatus();
                default -> throw new IllegalArgumentException(dimension.key());
            };
        }

        /** PostgreSQL orders UUIDs by their bytes, like their text. */
        private static Map.Entry<UUID, Enrollment> later(
                Map.Entry<UUID, Enrollment> one, Map.Entry<UUID, Enrollment> other) {
            int byStart = one.getValue().startDate().compareTo(other.getValue().startDate());
            int order = byStart != 0
                    ? byStart
                    : one.getKey().toString().compareTo(other.getKey().toString());
            return order > 0 ? one : other;
        }

        private Set<UUID> takeSomeAway(Map<UUID, ?> things) {
            Set<UUID> gone = new HashSet<>();
            new ArrayList<>(things.keySet())
                    .stream().filter(key -> random.nextInt(10) == 0).forEach(gone::add);
            gone.forEach(things::remove);
            return gone;
        }

        private void versions(java.util.function.LongConsumer version) {
            int last = 1 + random.nextInt(4);
            for (int i = 1; i <= last; i++) {
                version.accept(i);
            }
        }

        private String oneOf(String... values) {
            return values[random.nextInt(values.length)];
        }
    }
}
