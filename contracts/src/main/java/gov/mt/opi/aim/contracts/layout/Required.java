package gov.mt.opi.aim.contracts.layout;

/** Whether a field may be blank (spec, column Required). */
public enum Required {
    YES,
    NO,
    /** The spec's asterisk: a condition on other fields decides. */
    CONDITIONAL
}
