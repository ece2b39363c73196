package gov.mt.opi.aim.contracts.event;

/**
 * A legal entity of the registry. Key of its topic: the district number.
 *
 * @param districtNumber 1 to 4 digits without leading zeros
 * @param name what people call it
 */
public record District(String districtNumber, String name) {

    public String key() {
        return districtNumber;
    }
}
