package gov.mt.opi.aim.chassis.security;

import java.util.Set;

/** The roles of AIM. */
public final class Roles {

    /** Submits files of the own legal entity. */
    public static final String DISTRICT_SUBMIT = "district-submit";
    /** Sees the data of the own legal entity. */
    public static final String DISTRICT_VIEW = "district-view";
    /** Decides about identity and held records, keeps the registry. */
    public static final String OPI_STEWARD = "opi-steward";
    /** Sees statewide counts and takes snapshots. */
    public static final String OPI_REPORT = "opi-report";
    /** May do everything. */
    public static final String OPI_ADMIN = "opi-admin";

    static final Set<String> OPI = Set.of(OPI_STEWARD, OPI_REPORT, OPI_ADMIN);
    static final Set<String> DISTRICT = Set.of(DISTRICT_SUBMIT, DISTRICT_VIEW);

    private Roles() {}
}
