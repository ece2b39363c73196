package gov.mt.opi.aim.validation.registry;

import static gov.mt.opi.aim.validation.registry.PlaceFields.GRADE;
import static gov.mt.opi.aim.validation.registry.PlaceFields.SCHOOL;
import static gov.mt.opi.aim.validation.registry.PlaceFields.START_DATE;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import java.time.LocalDate;
import java.util.Set;

/** XS-012, XS-013, XS-017: the school is one of the district, is open, and teaches the grade. */
final class SchoolRules {

    private static final Rule REGISTERED = RuleCatalogue.get("XS-012");
    private static final Rule OPEN = RuleCatalogue.get("XS-013");
    private static final Rule TEACHES_GRADE = RuleCatalogue.get("XS-017");

    private final FileRegistry registry;

    SchoolRules(FileRegistry registry) {
        this.registry = registry;
    }

    static Set<String> ruleIds() {
        return Set.of(REGISTERED.id(), OPEN.id(), TEACHES_GRADE.id());
    }

    boolean isRegistered(DataRecord record, KnownSchool school, Findings findings) {
        if (school.isRegistered()) {
            return true;
        }
        findings.field(
                REGISTERED,
                record.type(),
                field(record, SCHOOL),
                record.text(SCHOOL),
                found -> found.saying(found.message(), registry.schoolsInWords() + found.hint()));
        record.taint(SCHOOL);
        return false;
    }

    /**
     * An enrollment needs the school on its Start Date, attendance on the count date (AMB-57); programs have no day.
     *
     * @param countDate the calendar's count date, or the day of the file
     */
    boolean isOpen(DataRecord record, KnownSchool school, LocalDate countDate, Findings findings) {
        boolean hasDay = record.type() == RecordType.AT || record.type() == RecordType.EN && record.isClean(START_DATE);
        if (!hasDay) {
            return true;
        }
        LocalDate day = record.type() == RecordType.AT ? countDate : record.date(START_DATE);
        if (school.isOpenOn(day)) {
            return true;
        }
        findings.field(OPEN, record.type(), field(record, SCHOOL), record.text(SCHOOL), () -> school.whyNotOpen(day));
        record.taint(SCHOOL);
        return false;
    }

    void checkGrade(DataRecord record, KnownSchool school, Findings findings) {
        if (record.type() != RecordType.EN || !record.isClean(GRADE)) {
            return;
        }
        if (!school.teaches(record.text(GRADE))) {
            findings.field(TEACHES_GRADE, record.type(), field(record, GRADE), record.text(GRADE), school::span);
        }
    }

    private static Field field(DataRecord record, int index) {
        return record.type().layout().fields().get(index);
    }
}
