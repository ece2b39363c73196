package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.statestore.SourceVersion;

/** An enrollment in its life: whose it is, whose it was before it moved, what was told of it last. */
final class EnrollmentThing {

    /** Where a thing is: counted; taken out by hand; taken out by a merge; the same, and its line waits. */
    enum Place {
        VIEW,
        VOIDED,
        TAKEN_OUT,
        WAITING
    }

    String owner;
    String origin;
    Place place = Place.VIEW;
    Told told;
    SourceVersion newest;

    EnrollmentThing(String owner, Told told) {
        this.owner = owner;
        tell(told);
    }

    void tell(Told line) {
        told = line;
        newest = line.source();
        place = Place.VIEW;
    }

    void confirm(Told line) {
        newest = line.source().isNewerThan(newest) ? line.source() : newest;
    }

    void leave(Place to) {
        origin = origin == null ? owner : origin;
        place = to;
    }

    void move(String to) {
        origin = origin == null ? owner : origin;
        owner = to;
    }

    Told.Key key() {
        return told.key();
    }
}
