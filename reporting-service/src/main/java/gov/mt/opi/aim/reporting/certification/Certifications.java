package gov.mt.opi.aim.reporting.certification;

import gov.mt.opi.aim.reporting.completeness.Check;
import gov.mt.opi.aim.reporting.completeness.Counted;
import gov.mt.opi.aim.reporting.completeness.Scope;
import gov.mt.opi.aim.reporting.snapshot.SnapshotOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** All certifications, in force and withdrawn. */
public interface Certifications {

    /**
     * Certifies: looks, freezes and signs as of one moment, or does nothing.
     *
     * @param scope what is certified
     * @param order what is frozen with it
     * @param signedBy who signs
     * @param judge holds the rules against what is found
     */
    Signing sign(Scope scope, SnapshotOrder order, String signedBy, Function<Counted, List<Check>> judge);

    /** Takes the certification in force back; empty when there is none. */
    Optional<Certification> withdraw(
            String collection, String district, String by, String account, String reason, Instant at);

    /** A district's certifications of a collection, newest first. */
    List<Certification> history(String collection, String district);

    /** The certifications of a collection that are in force, by district. */
    List<Certification> inForce(String collection);
}
