package gov.mt.opi.aim.local.sample;

import java.time.LocalDate;

/**
 * A made-up child, as a Student Demographics record tells it (spec 2.3).
 *
 * @param localId number in the district's own system
 * @param stateId State ID, empty while the child has none
 * @param middleName empty for none
 * @param gender M or F
 * @param raceEthnicity a code of Appendix E
 */
public record Student(
        String localId,
        String stateId,
        String lastName,
        String firstName,
        String middleName,
        String gender,
        LocalDate birthDate,
        String raceEthnicity) {

    /** The same child with the ID that the state gave it. */
    public Student withStateId(String id) {
        return new Student(localId, id, lastName, firstName, middleName, gender, birthDate, raceEthnicity);
    }

    /** The same child in the system of another district, which does not know its State ID. */
    Student arrivedAs(String otherLocalId) {
        return new Student(otherLocalId, "", lastName, firstName, middleName, gender, birthDate, raceEthnicity);
    }

    /** A child like this one in all but the first name. */
    Student named(String otherFirstName, String otherGender) {
        return new Student(
                localId, stateId, lastName, otherFirstName, middleName, otherGender, birthDate, raceEthnicity);
    }

    Student born(LocalDate day) {
        return new Student(localId, stateId, lastName, firstName, middleName, gender, day, raceEthnicity);
    }
}
