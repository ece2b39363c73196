package gov.mt.opi.aim.lunchregister;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which students eat free or at a reduced price, at the school of their Primary enrollment: as AIM's own counts by lunch.
 *
 * <p>Of the values it takes the fields that it needs and ignores all others: new ones may come at any time.
 */
final class Register {

    /** The one enrollment of a student that counts; a Secondary one may stand beside it. */
    private static final String PRIMARY = "P";

    private static final Set<String> FREE_OR_REDUCED = Set.of("F", "R");
    private static final Comparator<Entry> BY_SCHOOL_AND_NAME = Comparator.comparing(Entry::districtNumber)
            .thenComparing(Entry::schoolNumber)
            .thenComparing(Entry::lastName)
            .thenComparing(Entry::firstName)
            .thenComparing(Entry::stateId);

    /**
     * A line of the register.
     *
     * @param lunch F free, R reduced
     * @param enrolledSince first day of the enrollment
     */
    record Entry(
            String districtNumber,
            String schoolNumber,
            String stateId,
            String lastName,
            String firstName,
            String lunch,
            LocalDate enrolledSince) {}

    private record Student(String stateId, String lastName, String firstName) {}

    /** A student at a school in one of its calendars: enrollments and programs meet here. */
    private record Place(
            String studentKey, String districtNumber, String schoolNumber, String calendarNumber, int year) {

        static Place of(JsonNode value) {
            return new Place(
                    text(value, "studentKey"),
                    text(value, "districtNumber"),
                    text(value, "schoolNumber"),
                    text(value, "calendarNumber"),
                    value.path("year").asInt());
        }
    }

    private record Enrollment(Place place, boolean primary, LocalDate start, Optional<LocalDate> end) {
        boolean counts(LocalDate day) {
            return primary
                    && !start.isAfter(day)
                    && end.map(last -> !last.isBefore(day)).orElse(true);
        }
    }

    private record Participation(Place place, String lunch) {}

    private final Newest<Student> students = new Newest<>();
    private final Newest<Enrollment> enrollments = new Newest<>();
    private final Newest<Participation> programs = new Newest<>();

    /** Takes in a message of one of the state topics; false when it says nothing new. */
    boolean take(StateTopics.Message message) {
        JsonNode value = message.value().orElse(null);
        return switch (message.topic()) {
            case StateTopics.STUDENT ->
                value == null
                        ? students.isGone(message.key(), message.version())
                        : students.is(
                                message.key(),
                                message.version(),
                                new Student(text(value, "stateId"), text(value, "lastName"), text(value, "firstName")));
            case StateTopics.ENROLLMENT ->
                value == null
                        ? enrollments.isGone(message.key(), message.version())
                        : enrollments.is(message.key(), message.version(), enrollment(value));
            case StateTopics.PROGRAM_PARTICIPATION ->
                value == null
                        ? programs.isGone(message.key(), message.version())
                        : programs.is(
                                message.key(),
                                message.version(),
                                new Participation(Place.of(value), text(value, "freeReducedLunch")));
            default -> false;
        };
    }

    /**
     * The register of a day. Topics have no order between them: an enrollment whose student has not come yet is left out
     * until it has.
     */
    List<Entry> on(LocalDate day) {
        Map<Place, String> lunches = new HashMap<>();
        programs.all().stream()
                .filter(program -> FREE_OR_REDUCED.contains(program.lunch()))
                .forEach(program -> lunches.put(program.place(), program.lunch()));
        List<Entry> entries = new ArrayList<>();
        for (Enrollment enrollment : enrollments.all()) {
            Place place = enrollment.place();
            String lunch = lunches.get(place);
            if (lunch != null && enrollment.counts(day)) {
                students.get(place.studentKey())
                        .ifPresent(student -> entries.add(new Entry(
                                place.districtNumber(),
                                place.schoolNumber(),
                                student.stateId(),
                                student.lastName(),
                                student.firstName(),
                                lunch,
                                enrollment.start())));
            }
        }
        entries.sort(BY_SCHOOL_AND_NAME);
        return entries;
    }

    private static Enrollment enrollment(JsonNode value) {
        String end = text(value, "endDate");
        return new Enrollment(
                Place.of(value),
                text(value, "serviceType").equals(PRIMARY),
                LocalDate.parse(text(value, "startDate")),
                end.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(end)));
    }

    private static String text(JsonNode value, String field) {
        return value.path(field).asText("");
    }
}
