package gov.mt.opi.aim.validation.registry;

import gov.mt.opi.aim.chassis.registry.RegistryView;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.validation.gathering.FileFacts;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The registry rules for one file. What the registry once said about a school or a calendar holds for the whole file: a
 * registry that changes meanwhile must not judge one line in two ways.
 */
public final class RegistryRules {

    private static final Rule SCHOOL_REGISTERED = RuleCatalogue.get("XS-012");
    private static final Rule CALENDAR_EXISTS = RuleCatalogue.get("XS-014");
    private static final Rule YEAR_OF_CALENDAR = RuleCatalogue.get("XS-015");

    /** The same in EN, PP and AT. */
    private static final int DISTRICT = 1;

    private static final int SCHOOL = 2;
    private static final int CALENDAR = 3;
    private static final int YEAR_OF_EN = RecordType.EN.layout().field("year").index();
    private static final int YEAR_OF_PP = RecordType.PP.layout().field("year").index();
    private static final int NO_YEAR = -1;

    private final RegistryView registry;
    private final FileFacts file;
    private final Map<String, Boolean> schools = new HashMap<>();
    private final Map<CalendarKey, Calendar> calendars = new HashMap<>();

    public RegistryRules(RegistryView registry, FileFacts file) {
        this.registry = registry;
        this.file = file;
    }

    /** The rules that speak here. */
    public static Set<String> ruleIds() {
        return Set.of(SCHOOL_REGISTERED.id(), CALENDAR_EXISTS.id(), YEAR_OF_CALENDAR.id());
    }

    public void check(DataRecord record, Findings findings) {
        if (record.type() == RecordType.SD || !record.isClean(DISTRICT) || !record.isClean(SCHOOL)) {
            return;
        }
        List<Field> fields = record.type().layout().fields();
        String school = record.text(SCHOOL);
        if (!isRegistered(school)) {
            findings.field(SCHOOL_REGISTERED, record.type(), fields.get(SCHOOL), school);
            record.taint(SCHOOL);
            return;
        }
        int yearField = yearField(record.type());
        if (!record.isClean(CALENDAR) || yearField != NO_YEAR && !record.isClean(yearField)) {
            return;
        }
        int year = yearField == NO_YEAR ? file.schoolYear() : record.number(yearField);
        switch (calendar(new CalendarKey(school, record.number(CALENDAR), year))) {
            case EXISTS -> {
                // As it should be.
            }
            case NONE_LOADED ->
                findings.add(
                        about(CALENDAR_EXISTS, record, fields.get(CALENDAR)).as(Severity.WARNING));
            case UNKNOWN -> reject(CALENDAR_EXISTS, record, fields.get(CALENDAR), findings);
            case OTHER_YEAR -> {
                boolean hasYear = yearField != NO_YEAR;
                reject(
                        hasYear ? YEAR_OF_CALENDAR : CALENDAR_EXISTS,
                        record,
                        fields.get(hasYear ? yearField : CALENDAR),
                        findings);
            }
        }
    }

    private static void reject(Rule rule, DataRecord record, Field field, Findings findings) {
        findings.add(about(rule, record, field));
        record.taint(field.index());
    }

    private static Finding about(Rule rule, DataRecord record, Field field) {
        return Finding.ofField(rule, record.line(), record.type().name(), field, record.text(field.index()));
    }

    private static int yearField(RecordType type) {
        return switch (type) {
            case EN -> YEAR_OF_EN;
            case PP -> YEAR_OF_PP;
            // AT has no year: it is about the school year of the header (AMB-43).
            case SD, AT -> NO_YEAR;
        };
    }

    private boolean isRegistered(String school) {
        return schools.computeIfAbsent(
                school, number -> registry.school(file.districtNumber(), number).isPresent());
    }

    private Calendar calendar(CalendarKey key) {
        return calendars.computeIfAbsent(key, this::lookUp);
    }

    private Calendar lookUp(CalendarKey key) {
        String district = file.districtNumber();
        String number = String.valueOf(key.calendar());
        if (registry.calendar(district, key.school(), number, key.year()).isPresent()) {
            return Calendar.EXISTS;
        }
        if (!registry.hasCalendars(district)) {
            return Calendar.NONE_LOADED;
        }
        return registry.calendarYears(district, key.school(), number).isEmpty()
                ? Calendar.UNKNOWN
                : Calendar.OTHER_YEAR;
    }

    private record CalendarKey(String school, int calendar, int year) {}

    /** What the registry says about a calendar. */
    private enum Calendar {
        EXISTS,
        OTHER_YEAR,
        UNKNOWN,
        /** OPI has loaded no calendar of the district, so nothing can be said against it (AMB-42). */
        NONE_LOADED
    }
}
