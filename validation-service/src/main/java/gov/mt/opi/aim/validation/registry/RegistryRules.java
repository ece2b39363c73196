package gov.mt.opi.aim.validation.registry;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;

/**
 * The registry rules for one file, in the order in which they speak: of a school that is unknown or closed nothing else is
 * said, of a calendar that does not exist no days.
 */
public final class RegistryRules {

    private final FileFacts file;
    private final SchoolRules schools;
    private final CalendarRules calendars;
    private final FileRegistry registry;

    public RegistryRules(RegistryView registry, FileFacts file) {
        this.file = file;
        this.registry = new FileRegistry(registry, file.districtNumber());
        this.schools = new SchoolRules(this.registry);
        this.calendars = new CalendarRules(this.registry);
    }

    /** The rules that speak here. */
    public static Set<String> ruleIds() {
        Set<String> ids = new TreeSet<>(SchoolRules.ruleIds());
        ids.addAll(CalendarRules.ruleIds());
        return ids;
    }

    public void check(DataRecord record, Findings findings) {
        boolean hasSchool = record.type() != RecordType.SD
                && record.isClean(PlaceFields.DISTRICT)
                && record.isClean(PlaceFields.SCHOOL);
        if (!hasSchool || !schools.isRegistered(record, findings)) {
            return;
        }
        int year = PlaceFields.year(record, file);
        boolean hasCalendar = record.isClean(PlaceFields.CALENDAR) && year != PlaceFields.NO_YEAR;
        if (!schools.isOpen(record, countDate(record, year, hasCalendar), findings)) {
            return;
        }
        schools.checkGrade(record, findings);
        if (hasCalendar && calendars.exists(record, year, findings)) {
            calendars.checkDays(record, year, findings);
        }
    }

    /** The day that an attendance record is about (AMB-57): the calendar's count date, else the day of the file. */
    private LocalDate countDate(DataRecord record, int year, boolean hasCalendar) {
        LocalDate defined = hasCalendar && record.type() == RecordType.AT
                ? registry.calendar(record.text(PlaceFields.SCHOOL), record.number(PlaceFields.CALENDAR), year)
                        .countDate()
                : null;
        return defined == null ? file.headerDate() : defined;
    }
}
