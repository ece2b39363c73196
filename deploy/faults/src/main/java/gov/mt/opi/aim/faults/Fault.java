package gov.mt.opi.aim.faults;

import gov.mt.opi.aim.faults.scene.Scene;

/**
 * Something that goes wrong while files are on their way.
 *
 * @param name how it is called on the command line
 * @param what what happens, for people
 * @param quick whether it belongs to the short set of the build
 * @param course sends the files, lets it happen, and undoes it
 */
record Fault(String name, String what, boolean quick, Course course) {

    /** How a fault goes. */
    @FunctionalInterface
    interface Course {
        void play(Scene scene) throws Exception;
    }

    @Override
    public String toString() {
        return name;
    }
}
