package gov.mt.opi.aim.validation.cross;

import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Reading;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The gist of the records of a file: those without ERROR by type, and whom the others are about. Once all are there and
 * {@link #sort sorted}, students stand in the order of the file, everything else by student and key, so that what
 * belongs together stands together and the order of lines is forgotten.
 */
public final class FileRecords {

    public static final Comparator<Gist.Student> BY_STATE_ID = Comparator.comparingInt(Gist.Student::stateId);
    public static final Comparator<Gist.Student> BY_LOCAL_ID = Comparator.comparing(Gist.Student::localId);

    /** The key of an enrollment (AMB-77), time first; the district is the same in the whole file. */
    public static final Comparator<Gist.Enrollment> ENROLLMENT_KEY = Comparator.comparingInt(Gist.Enrollment::stateId)
            .thenComparingInt(Gist.Enrollment::startDay)
            .thenComparingInt(Gist.Enrollment::school)
            .thenComparingInt(Gist.Enrollment::calendar)
            .thenComparingInt(Gist.Enrollment::year);

    public static final Comparator<Gist.Participation> PARTICIPATION_KEY = Comparator.comparingInt(
                    Gist.Participation::stateId)
            .thenComparingInt(Gist.Participation::school)
            .thenComparingInt(Gist.Participation::calendar)
            .thenComparingInt(Gist.Participation::year);

    public static final Comparator<Gist.Attendance> ATTENDANCE_KEY = Comparator.comparingInt(Gist.Attendance::stateId)
            .thenComparingInt(Gist.Attendance::school)
            .thenComparingInt(Gist.Attendance::calendar);

    /** What is enrolled beside a Primary comes after it: the state-store looks for the Primary. */
    private static final Comparator<Gist.Enrollment> PRIMARY_FIRST = Comparator.comparingInt(Gist.Enrollment::stateId)
            .thenComparingInt(Gist.Enrollment::startDay)
            .thenComparing(enrollment -> !enrollment.primary());

    private final List<Gist.Student> students = new ArrayList<>();
    private final List<Gist.Student> studentsByStateId = new ArrayList<>();
    private final List<Gist.Student> studentsByLocalId = new ArrayList<>();
    private final List<Gist.Enrollment> enrollments = new ArrayList<>();
    private final List<Gist.Participation> participations = new ArrayList<>();
    private final List<Gist.Attendance> attendances = new ArrayList<>();
    private final List<Gist.Refused> refused = new ArrayList<>();
    private final BitSet refusedIndexes;
    private final int size;
    private RecordType latestType = RecordType.SD;
    private boolean inOrderOfTypes = true;

    /** A file of so many lines. */
    public FileRecords(int size) {
        this.size = size;
        this.refusedIndexes = new BitSet(size);
    }

    /** Adds a record without ERROR. Records are added in the order of the file. */
    public void add(int index, DataRecord record) {
        see(record.type());
        switch (record.type()) {
            case SD -> students.add(GistReader.student(index, record));
            case EN -> enrollments.add(GistReader.enrollment(index, record));
            case PP -> participations.add(GistReader.participation(index, record));
            case AT -> attendances.add(GistReader.attendance(index, record));
        }
    }

    /** Adds a line with an ERROR. */
    public void addRefused(int index, Reading reading) {
        refusedIndexes.set(index);
        reading.type().ifPresent(this::see);
        reading.record().ifPresent(record -> refused.add(GistReader.refused(index, record)));
    }

    private void see(RecordType type) {
        inOrderOfTypes &= type.compareTo(latestType) >= 0;
        latestType = type;
    }

    /** All records are there. */
    public void sort() {
        // Sorting is stable: students with one ID stay in the order of the file.
        students.stream().filter(Gist.Student::hasStateId).forEach(studentsByStateId::add);
        studentsByStateId.sort(BY_STATE_ID);
        students.stream().filter(student -> !student.localId().isEmpty()).forEach(studentsByLocalId::add);
        studentsByLocalId.sort(BY_LOCAL_ID);
        enrollments.sort(ENROLLMENT_KEY.thenComparingInt(Gist::line));
        participations.sort(PARTICIPATION_KEY.thenComparingInt(Gist::line));
        attendances.sort(ATTENDANCE_KEY.thenComparingInt(Gist::line));
    }

    /** Does something with every record without ERROR, in the order in which a file is applied. */
    public void inOrder(IntConsumer withIndex) {
        enrollments.sort(PRIMARY_FIRST);
        for (List<? extends Gist> ofType : clean()) {
            ofType.forEach(gist -> withIndex.accept(gist.index()));
        }
    }

    /** Lines of the file. */
    int size() {
        return size;
    }

    /** Indexes of all lines with an ERROR. */
    public BitSet refusedIndexes() {
        return refusedIndexes;
    }

    /** True when the lines stand in the order in which their records are applied. */
    public boolean areInOrderOfTypes() {
        return inOrderOfTypes;
    }

    public List<Gist.Student> students() {
        return students;
    }

    /** Those that have a State ID, by State ID. */
    public List<Gist.Student> studentsByStateId() {
        return studentsByStateId;
    }

    /** Those that have a Local ID, by Local ID. */
    public List<Gist.Student> studentsByLocalId() {
        return studentsByLocalId;
    }

    public List<Gist.Enrollment> enrollments() {
        return enrollments;
    }

    public List<Gist.Participation> participations() {
        return participations;
    }

    public List<Gist.Attendance> attendances() {
        return attendances;
    }

    public List<Gist.Refused> refused() {
        return refused;
    }

    /** The records with these indexes have an ERROR now. */
    void refuse(BitSet indexes) {
        for (List<? extends Gist> ofType : clean()) {
            ofType.removeIf(gist -> {
                boolean now = indexes.get(gist.index());
                if (now) {
                    refused.add(Gist.Refused.of(gist));
                }
                return now;
            });
        }
        studentsByStateId.removeIf(student -> indexes.get(student.index()));
        studentsByLocalId.removeIf(student -> indexes.get(student.index()));
        refusedIndexes.or(indexes);
    }

    /** Records without ERROR by type; those of equal content stand in the order of the file. */
    public List<List<? extends Gist>> clean() {
        return List.of(students, enrollments, participations, attendances);
    }
}
