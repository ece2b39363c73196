package gov.mt.opi.aim.reporting.readmodel;

import java.time.Instant;
import java.util.List;

/**
 * A batch of changes of the statewide view.
 *
 * @param students changes of students
 * @param enrollments changes of enrollments
 * @param programs changes of program participation
 * @param attendance changes of test-window attendance
 * @param positions how far the batch reads
 * @param at when it is applied
 */
public record StateChanges(
        Changes<Student> students,
        Changes<Enrollment> enrollments,
        Changes<ProgramParticipation> programs,
        Changes<Attendance> attendance,
        List<Position> positions,
        Instant at) {

    /** A batch without changes, to be filled. */
    public static StateChanges at(Instant at, List<Position> positions) {
        return new StateChanges(
                new Changes<>(), new Changes<>(), new Changes<>(), new Changes<>(), List.copyOf(positions), at);
    }

    /**
     * How far a stream was read.
     *
     * @param topic topic
     * @param partition partition
     * @param nextOffset offset of the first message behind the batch
     */
    public record Position(String topic, int partition, long nextOffset) {}
}
