package gov.mt.opi.aim.reporting.certification;

import gov.mt.opi.aim.reporting.completeness.Check;
import java.util.List;

/** What came of an attempt to certify. */
public sealed interface Signing {

    /** It is certified. */
    record Signed(Certification certification) implements Signing {}

    /** Rules stand against it. */
    record Blocked(List<Check> checks) implements Signing {}

    /** It is certified already; who wants to certify again withdraws first. */
    record AlreadyCertified(Certification certification) implements Signing {}
}
