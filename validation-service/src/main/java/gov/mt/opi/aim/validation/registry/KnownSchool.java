package gov.mt.opi.aim.validation.registry;

import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.layout.CodeLists;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the registry knows of a school number, as one file sees it from its first record of the school to its last. */
final class KnownSchool {

    static final DateTimeFormatter US = DateTimeFormatter.ofPattern("MM/dd/yyyy");

    /** Grades that come one after the other; the ungraded ones have no place among them. */
    private static final List<String> GRADES = CodeLists.find("grade-level").orElseThrow().codes().stream()
            .filter(grade -> !grade.startsWith("U"))
            .toList();

    private static final Map<String, Integer> PLACES = new HashMap<>();

    static {
        GRADES.forEach(grade -> PLACES.put(grade, PLACES.size()));
    }

    private final Optional<School> school;
    private final int lowest;
    private final int highest;
    private final Map<Integer, KnownCalendar> calendars = new HashMap<>();

    KnownSchool(Optional<School> school) {
        this.school = school;
        this.lowest = school.map(School::lowGrade).map(PLACES::get).orElse(0);
        this.highest = school.map(School::highGrade).map(PLACES::get).orElse(GRADES.size() - 1);
    }

    boolean isRegistered() {
        return school.isPresent();
    }

    /** Both days are days of the school; a day that is not registered sets no limit. */
    boolean isOpenOn(LocalDate day) {
        School known = school.orElseThrow();
        return (known.openedOn() == null || !day.isBefore(known.openedOn()))
                && (known.closedOn() == null || !day.isAfter(known.closedOn()));
    }

    /** Why it is not open on a day. */
    String whyNotOpen(LocalDate day) {
        School known = school.orElseThrow();
        boolean early = known.openedOn() != null && day.isBefore(known.openedOn());
        return US.format(day) + ": it "
                + (early ? "opened on " + US.format(known.openedOn()) : "closed on " + US.format(known.closedOn()));
    }

    /** True for the grades of its span, and for those that have no place in a span. */
    boolean teaches(String grade) {
        Integer place = PLACES.get(grade);
        return place == null || place >= lowest && place <= highest;
    }

    /** Its number and grades in words. */
    String span() {
        return "school " + school.orElseThrow().schoolNumber() + " (" + GRADES.get(lowest) + " to "
                + GRADES.get(highest) + ")";
    }

    Map<Integer, KnownCalendar> calendars() {
        return calendars;
    }
}
