package gov.mt.opi.aim.reporting.readmodel;

/**
 * What counts need of a student (spec 2.3). The components are named like the properties of the event they come from.
 *
 * @param gender M or F, empty when unknown
 * @param raceEthnicity code of appendix E, empty when unknown
 * @param version version of this state
 */
public record Student(String gender, String raceEthnicity, long version) implements Versioned {

    public Student {
        Stated.versioned(version);
        gender = Stated.codeOr("gender", gender, "");
        raceEthnicity = Stated.codeOr("raceEthnicity", raceEthnicity, "");
    }
}
