package gov.mt.opi.aim.chassis.security;

/** Which legal entities the state knows. */
public interface RegisteredDistricts {

    /** True when the registry holds a district of this number (without leading zeros). */
    boolean isRegistered(String districtNumber);
}
