package gov.mt.opi.aim.reporting.readmodel;

import static gov.mt.opi.aim.reporting.readmodel.Stated.codeOr;
import static gov.mt.opi.aim.reporting.readmodel.Stated.date;
import static gov.mt.opi.aim.reporting.readmodel.Stated.versioned;

import java.time.LocalDate;

/**
 * What reports and extracts need of a student (spec 2.3). The components are named like the properties of the event they
 * come from; texts are empty when blank.
 *
 * @param stateId State ID
 * @param districtNumber the district that sent the student last
 * @param localId the local ID there
 * @param gender M or F, empty when unknown
 * @param birthDate date of birth, null when unknown
 * @param raceEthnicity code of appendix E, empty when unknown
 * @param version version of this state
 */
public record Student(
        String stateId,
        String districtNumber,
        String localId,
        String lastName,
        String firstName,
        String middleName,
        String suffix,
        String gender,
        LocalDate birthDate,
        String raceEthnicity,
        long version)
        implements Versioned {

    public Student {
        versioned(version);
        stateId = codeOr("stateId", stateId, "");
        districtNumber = codeOr("districtNumber", districtNumber, "");
        localId = codeOr("localId", localId, "");
        lastName = codeOr("lastName", lastName, "");
        firstName = codeOr("firstName", firstName, "");
        middleName = codeOr("middleName", middleName, "");
        suffix = codeOr("suffix", suffix, "");
        gender = codeOr("gender", gender, "");
        date("birthDate", birthDate);
        raceEthnicity = codeOr("raceEthnicity", raceEthnicity, "");
    }
}
