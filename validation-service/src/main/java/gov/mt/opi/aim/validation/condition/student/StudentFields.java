package gov.mt.opi.aim.validation.condition.student;

import gov.mt.opi.aim.contracts.layout.RecordType;

/** Indexes of the fields that conditions of SD look at. */
final class StudentFields {

    static final int STATE_ID = index("stateId");
    static final int LOCAL_ID = index("localId");
    static final int LAST_NAME = index("lastName");
    static final int FIRST_NAME = index("firstName");
    static final int MIDDLE_NAME = index("middleName");
    static final int BIRTH_DATE = index("birthDate");

    private StudentFields() {}

    private static int index(String property) {
        return RecordType.SD.layout().field(property).index();
    }
}
