package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** What a batch changes about students: their current rows, their history, their local IDs. */
public final class StudentChanges {

    /**
     * An identity and the line that brought it.
     *
     * @param studentKey the student
     * @param name the identity
     * @param source the line
     */
    public record NameUsed(UUID studentKey, Demographics name, SourceVersion source) {}

    /**
     * A local ID and the line that brought it.
     *
     * @param studentKey the student
     * @param localId the ID by which it is compared
     * @param written the ID as the district wrote it
     * @param source the line
     */
    public record LocalIdUsed(UUID studentKey, LocalId localId, String written, SourceVersion source) {}

    /**
     * A district that sent a student without a local ID.
     *
     * @param studentKey the student
     * @param districtNumber the district
     */
    public record SentBy(UUID studentKey, String districtNumber) {}

    /**
     * A line about which a steward is asked.
     *
     * @param record the line
     * @param localId the district's local ID
     * @param ruleId the rule that holds it
     * @param score how much it resembles the student, or the line, that it resembles most
     */
    public record Question(RecordAccepted record, Optional<LocalId> localId, String ruleId, int score) {}

    /**
     * A student's current row.
     *
     * @param student the student
     * @param localId the local ID of the line that changed it last, as written
     * @param isNew whether the state did not know the student before this batch
     */
    public record Current(Student student, String localId, boolean isNew) {}

    private final Map<UUID, Current> students = new LinkedHashMap<>();
    private final List<NameUsed> names = new ArrayList<>();
    private final List<LocalIdUsed> localIds = new ArrayList<>();
    private final List<SentBy> senders = new ArrayList<>();
    private final List<Question> questions = new ArrayList<>();

    void add(Student student, String localId) {
        Current before = students.get(student.key());
        boolean isNew = before == null ? student.version() == 1 : before.isNew();
        students.put(student.key(), new Current(student, localId, isNew));
    }

    void add(NameUsed name) {
        names.add(name);
    }

    void add(LocalIdUsed localId) {
        localIds.add(localId);
    }

    void add(SentBy sender) {
        senders.add(sender);
    }

    void add(Question question) {
        questions.add(question);
    }

    public Collection<Current> students() {
        return students.values();
    }

    public List<NameUsed> names() {
        return names;
    }

    public List<LocalIdUsed> localIds() {
        return localIds;
    }

    public List<SentBy> senders() {
        return senders;
    }

    public List<Question> questions() {
        return questions;
    }

    public boolean isEmpty() {
        return students.isEmpty() && names.isEmpty() && localIds.isEmpty() && senders.isEmpty() && questions.isEmpty();
    }
}
