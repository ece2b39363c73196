package gov.mt.opi.aim.validation.condition.student;

import static gov.mt.opi.aim.validation.condition.student.StudentFields.BIRTH_DATE;

import gov.mt.opi.aim.validation.condition.Condition;
import gov.mt.opi.aim.validation.condition.Context;
import gov.mt.opi.aim.validation.reading.DataRecord;
import java.time.LocalDate;
import java.time.Period;

/** SD-107: the age on the header date is one that students have; the bounds are settings. */
final class AgeOfAStudent extends Condition {

    AgeOfAStudent() {
        super("SD-107");
    }

    @Override
    protected boolean holds(DataRecord record, Context context) {
        return record.isBlank(BIRTH_DATE) || isPlausible(record.date(BIRTH_DATE), context);
    }

    private static boolean isPlausible(LocalDate birth, Context context) {
        int age = Period.between(birth, context.headerDate()).getYears();
        return age >= context.config().ageMin() && age <= context.config().ageMax();
    }
}
