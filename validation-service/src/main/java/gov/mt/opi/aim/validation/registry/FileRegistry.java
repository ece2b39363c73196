package gov.mt.opi.aim.validation.registry;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.validation.registry.KnownCalendar.State;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The registry as one file sees it. What it once said about a school or a calendar holds for the whole file: a registry
 * that changes meanwhile must not judge one line in two ways.
 */
final class FileRegistry {

    /** More schools or calendars than this are not listed in a hint. */
    private static final int LISTED_MAX = 12;

    private final RegistryView registry;
    private final String district;
    private final Map<String, KnownSchool> schools = new HashMap<>();
    /** What was put into words before: a wrong number seldom comes alone. */
    private final Map<String, String> words = new HashMap<>();

    FileRegistry(RegistryView registry, String district) {
        this.registry = registry;
        this.district = district;
    }

    KnownSchool school(String number) {
        return schools.computeIfAbsent(number, any -> new KnownSchool(registry.school(district, any)));
    }

    KnownCalendar calendar(String number, KnownSchool school, int calendar, int year) {
        Map<Integer, KnownCalendar> known = school.calendars();
        // A calendar number has three digits, a year four.
        Integer key = year * 1000 + calendar;
        KnownCalendar found = known.get(key);
        if (found == null) {
            found = lookUp(number, String.valueOf(calendar), year);
            known.put(key, found);
        }
        return found;
    }

    private KnownCalendar lookUp(String school, String number, int year) {
        return registry.calendar(district, school, number, year)
                .map(found ->
                        new KnownCalendar(State.EXISTS, found.startDate(), found.endDate(), found.testWindowDate()))
                .orElseGet(() -> KnownCalendar.without(
                        !registry.hasCalendars(district)
                                ? State.NONE_LOADED
                                : registry.calendarYears(district, school, number)
                                                .isEmpty()
                                        ? State.UNKNOWN
                                        : State.OTHER_YEAR));
    }

    /** The schools of the district in words, empty when there are none or too many. */
    String schoolsInWords() {
        return words.computeIfAbsent(
                "The district has the schools ",
                begin -> listed(
                        begin,
                        registry.schools().stream()
                                .filter(school -> school.districtNumber().equals(district))
                                .map(School::schoolNumber)));
    }

    /** The calendars of a school and year in words, empty when there are none or too many. */
    String calendarsInWords(String school, int year) {
        return words.computeIfAbsent(
                "School " + school + " has for " + year + " the calendars ",
                begin -> listed(
                        begin,
                        registry.calendars().stream()
                                .filter(calendar -> calendar.districtNumber().equals(district)
                                        && calendar.schoolNumber().equals(school)
                                        && calendar.year() == year)
                                .map(Calendar::calendarNumber)));
    }

    /** The years of a calendar in words. */
    String yearsInWords(String school, int calendar) {
        return words.computeIfAbsent(
                "School " + school + " has calendar " + calendar + " for ",
                begin -> listed(
                        begin,
                        registry.calendarYears(district, school, String.valueOf(calendar)).stream()
                                .map(String::valueOf)));
    }

    /** The shorter number is the smaller one: none begins with a zero. */
    private static String listed(String begin, Stream<String> numbers) {
        List<String> sorted = numbers.sorted(
                        Comparator.comparingInt(String::length).thenComparing(number -> number))
                .toList();
        return sorted.isEmpty() || sorted.size() > LISTED_MAX ? "" : begin + String.join(", ", sorted) + ". ";
    }
}
