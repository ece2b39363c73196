package gov.mt.opi.aim.statestore.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.statestore.identity.Steward;

/** What a steward's decision came to, in the words of HTTP. */
final class Answers {

    private Answers() {}

    /**
     * Returns when it is done.
     *
     * @throws Problem 404, 409 or 422 when it is not
     */
    static void check(Steward.Answer answer) {
        if (answer instanceof Steward.Unknown unknown) {
            throw Problem.notFound(unknown.detail());
        }
        if (answer instanceof Steward.TooLate late) {
            throw Problem.of(409, "decided-already", "Decided already", late.detail());
        }
        if (answer instanceof Steward.Unfit unfit) {
            throw Problem.of(422, "unfit-decision", "The decision does not fit", unfit.detail());
        }
    }
}
