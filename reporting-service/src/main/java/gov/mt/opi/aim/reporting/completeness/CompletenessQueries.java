package gov.mt.opi.aim.reporting.completeness;

import java.util.List;

/** What the read model says of a district's completeness. */
public interface CompletenessQueries {

    Counted count(Scope scope);

    /** The places where a rule does not hold, by school and State ID. */
    List<Place> places(Scope scope, QueryRule rule, long offset, int limit);

    /**
     * A place where a rule does not hold.
     *
     * @param school school number, null where it is not about one
     * @param stateId the student, null where it is not about one
     * @param detail what else helps to find it
     */
    record Place(String school, String stateId, String detail) {}
}
