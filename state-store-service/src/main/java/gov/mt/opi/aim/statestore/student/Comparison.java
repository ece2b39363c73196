package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Two who may be one, as a person compares them.
 *
 * @param student the known student
 * @param identity the identity of the student that resembles the other most
 * @param current whether that is the current identity
 * @param score points; they only order what is shown
 * @param agrees names of the fields that agree
 * @param differs how the other fields differ, by their names
 */
public record Comparison(
        Student student,
        Demographics identity,
        boolean current,
        int score,
        List<String> agrees,
        Map<String, String> differs) {

    /** Those of the students whom the child of an SD line may be, most alike first. */
    public static List<Comparison> of(RecordAccepted record, Collection<Student> students) {
        Child child = Child.of(record);
        return students.stream()
                .map(student -> Likeness.of(child, student))
                .filter(Likeness::near)
                .sorted(Likeness.BY_SCORE)
                .map(likeness -> of(child.demographics(), likeness))
                .toList();
    }

    /** A student beside another one. */
    public static Comparison of(Student one, Student other) {
        return of(one.current(), likeness(one, other));
    }

    /**
     * Students of whom a person should say whether they are one: each of the first beside those of the others whom the
     * look-ups of matching find for it. Two keys and their score.
     */
    public static Map<List<UUID>, Integer> pairs(List<Student> students, Collection<Student> others) {
        Roster roster = Roster.empty();
        others.forEach(roster::put);
        Map<List<UUID>, Integer> pairs = new LinkedHashMap<>();
        for (Student student : students) {
            for (Student candidate : roster.candidates(student.current())) {
                Likeness likeness = likeness(student, candidate);
                if (!candidate.key().equals(student.key()) && likeness.near()) {
                    pairs.put(List.of(student.key(), candidate.key()), likeness.score());
                }
            }
        }
        return pairs;
    }

    private static Likeness likeness(Student one, Student other) {
        return Likeness.of(one.current(), Optional.empty(), one.districtNumber(), other);
    }

    private static Comparison of(Demographics child, Likeness likeness) {
        Resemblance best = likeness.best();
        List<String> agrees = new ArrayList<>();
        Map<String, String> differs = new LinkedHashMap<>();
        note("lastName", best.lastName(), Resemblance.OfLastName.EQUAL, agrees, differs);
        note("firstName", best.firstName(), Resemblance.OfFirstName.EQUAL, agrees, differs);
        if (best.middleName() != Resemblance.OfMiddleName.SILENT) {
            note("middleName", best.middleName(), Resemblance.OfMiddleName.EQUAL, agrees, differs);
        }
        note("birthDate", best.birthDate(), Resemblance.OfBirthDate.EQUAL, agrees, differs);
        if (best.gender()) {
            agrees.add("gender");
        } else {
            differs.put("gender", "DIFFERENT");
        }
        if (best.suffixContradicts()) {
            differs.put("suffix", "CONTRADICTS");
        }
        Student student = likeness.student();
        Demographics shown = student.names().stream()
                .filter(known -> Resemblance.of(child, known, known.sameIdentity(student.current()))
                        .equals(best))
                .findFirst()
                .orElse(student.current());
        return new Comparison(student, shown, best.current(), likeness.score(), agrees, differs);
    }

    private static <T extends Enum<T>> void note(
            String field, T how, T equal, List<String> agrees, Map<String, String> differs) {
        if (how == equal) {
            agrees.add(field);
        } else {
            differs.put(field, how.name());
        }
    }
}
