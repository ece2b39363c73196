package gov.mt.opi.aim.validation.condition.enrollment;

import gov.mt.opi.aim.contracts.layout.RecordType;

/** Indexes of the fields that conditions of EN look at. */
final class EnrollmentFields {

    static final int YEAR = index("year");
    static final int START_DATE = index("startDate");
    static final int END_DATE = index("endDate");
    static final int END_STATUS = index("endStatus");
    static final int DROPOUT_REASON = index("dropoutReason");
    static final int GRADE = index("grade");

    private EnrollmentFields() {}

    private static int index(String property) {
        return RecordType.EN.layout().field(property).index();
    }
}
