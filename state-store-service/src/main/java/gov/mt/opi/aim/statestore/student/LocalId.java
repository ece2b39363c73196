package gov.mt.opi.aim.statestore.student;

/**
 * The number by which a district knows a student. Two local IDs are the same when district and normal form are.
 *
 * @param districtNumber the district
 * @param normal the ID without leading zeros and blanks
 */
public record LocalId(String districtNumber, String normal) {

    /** The local ID that a district wrote so. */
    public static LocalId of(String districtNumber, String written) {
        return new LocalId(districtNumber, NormalForm.localId(written));
    }
}
