package gov.mt.opi.aim.validation.registry;

import static gov.mt.opi.aim.validation.registry.PlaceFields.CALENDAR;
import static gov.mt.opi.aim.validation.registry.PlaceFields.END_DATE;
import static gov.mt.opi.aim.validation.registry.PlaceFields.NO_FIELD;
import static gov.mt.opi.aim.validation.registry.PlaceFields.SCHOOL;
import static gov.mt.opi.aim.validation.registry.PlaceFields.START_DATE;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.util.Set;
import java.util.function.Supplier;

/** XS-014, XS-015, XS-016: the school has the calendar, in that year, and an enrollment stays within its days. */
final class CalendarRules {

    private static final Rule EXISTS = RuleCatalogue.get("XS-014");
    private static final Rule YEAR = RuleCatalogue.get("XS-015");
    private static final Rule WITHIN_DAYS = RuleCatalogue.get("XS-016");

    private final FileRegistry registry;

    CalendarRules(FileRegistry registry) {
        this.registry = registry;
    }

    static Set<String> ruleIds() {
        return Set.of(EXISTS.id(), YEAR.id(), WITHIN_DAYS.id());
    }

    boolean exists(DataRecord record, KnownCalendar calendar, int year, Findings findings) {
        int yearField = PlaceFields.yearField(record.type());
        switch (calendar.state()) {
            case EXISTS -> {
                return true;
            }
            case NONE_LOADED ->
                findings.fieldWarning(EXISTS, record.type(), field(record, CALENDAR), record.text(CALENDAR));
            case UNKNOWN -> unknown(record, year, findings);
            case OTHER_YEAR -> {
                if (yearField == NO_FIELD) {
                    unknown(record, year, findings);
                } else {
                    reject(
                            YEAR,
                            record,
                            yearField,
                            () -> registry.yearsInWords(record.text(SCHOOL), record.number(CALENDAR)),
                            findings);
                }
            }
        }
        return false;
    }

    void checkDays(DataRecord record, KnownCalendar calendar, Findings findings) {
        if (record.type() == RecordType.EN) {
            checkDay(record, START_DATE, calendar, findings);
            checkDay(record, END_DATE, calendar, findings);
        }
    }

    private static void checkDay(DataRecord record, int day, KnownCalendar calendar, Findings findings) {
        if (record.isClean(day) && record.has(day) && !calendar.covers(record.date(day))) {
            findings.field(WITHIN_DAYS, record.type(), field(record, day), record.text(day), calendar::span);
        }
    }

    private void unknown(DataRecord record, int year, Findings findings) {
        reject(EXISTS, record, CALENDAR, () -> registry.calendarsInWords(record.text(SCHOOL), year), findings);
    }

    private static void reject(Rule rule, DataRecord record, int index, Supplier<String> known, Findings findings) {
        findings.field(
                rule,
                record.type(),
                field(record, index),
                record.text(index),
                found -> found.saying(found.message(), known.get() + found.hint()));
        record.taint(index);
    }

    private static Field field(DataRecord record, int index) {
        return record.type().layout().fields().get(index);
    }
}
