package gov.mt.opi.aim.validation.registry;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.util.Set;
import java.util.TreeSet;

/**
 * The registry rules for one file, in the order in which they speak: of a school that is unknown or closed nothing else is
 * said, of a calendar that does not exist no days.
 */
public final class RegistryRules {

    private final FileFacts file;
    private final FileRegistry registry;
    private final SchoolRules schools;
    private final CalendarRules calendars;

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
        if (record.type() == RecordType.SD
                || !record.isClean(PlaceFields.DISTRICT)
                || !record.isClean(PlaceFields.SCHOOL)) {
            return;
        }
        KnownSchool school = registry.school(record.text(PlaceFields.SCHOOL));
        if (!schools.isRegistered(record, school, findings)) {
            return;
        }
        int year = PlaceFields.year(record, file);
        boolean hasCalendar = record.isClean(PlaceFields.CALENDAR) && year != PlaceFields.NO_YEAR;
        KnownCalendar calendar = hasCalendar
                ? registry.calendar(record.text(PlaceFields.SCHOOL), school, record.number(PlaceFields.CALENDAR), year)
                : KnownCalendar.NOT_SAID;
        if (!schools.isOpen(record, school, calendar.countDateOr(file.headerDate()), findings)) {
            return;
        }
        schools.checkGrade(record, school, findings);
        if (hasCalendar && calendars.exists(record, calendar, year, findings)) {
            calendars.checkDays(record, calendar, findings);
        }
    }
}
