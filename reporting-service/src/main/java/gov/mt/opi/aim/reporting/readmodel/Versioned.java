package gov.mt.opi.aim.reporting.readmodel;

/** A state of a thing of the statewide view. Of two states of one thing the one with the greater version is newer. */
public interface Versioned {

    /** Grows with every change of the thing, from 1. */
    long version();
}
