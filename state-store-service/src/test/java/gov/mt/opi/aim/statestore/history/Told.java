package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.Optional;

/**
 * An EN line as the model of enrollments reads it.
 *
 * @param student the State ID that it names
 * @param key which thing of the student it tells
 * @param serviceType P or S
 * @param end last day, far away while it is open
 * @param localId the local ID that it names, blank when none
 * @param source how new it is
 * @param line names the line
 */
record Told(
        String student, Key key, String serviceType, String end, String localId, SourceVersion source, String line) {

    static final String OPEN = "9999-12-31";

    /** Which thing of its student an enrollment is; calendar and year are always the same here. */
    record Key(String district, String school, String start) {}

    static Told of(RecordAccepted record) {
        return new Told(
                record.text("stateId"),
                new Key(record.districtNumber(), record.text("schoolNumber"), record.text("startDate")),
                record.text("serviceType"),
                Optional.ofNullable(record.text("endDate")).orElse(OPEN),
                Optional.ofNullable(record.text("localId")).orElse(""),
                SourceVersion.of(record),
                name(record.sequence(), record.line()));
    }

    /** Names a line in words that a seed repeats: every file of a history has a number of its own. */
    static String name(long sequence, int line) {
        return "file " + sequence + ", line " + line;
    }

    boolean isPrimary() {
        return serviceType.equals("P");
    }

    boolean overlaps(Told other) {
        return key.start.compareTo(other.end) <= 0 && other.key.start.compareTo(end) <= 0;
    }

    boolean cannotStandBeside(Told other) {
        return overlaps(other)
                && (isPrimary() && other.isPrimary()
                        || key.district.equals(other.key.district) && key.school.equals(other.key.school));
    }

    boolean saysTheSameAs(Told other) {
        return serviceType.equals(other.serviceType) && end.equals(other.end) && localId.equals(other.localId);
    }

    @Override
    public String toString() {
        return line + ": EN " + EnrollmentModel.inWords(student, key, serviceType, end, localId);
    }
}
