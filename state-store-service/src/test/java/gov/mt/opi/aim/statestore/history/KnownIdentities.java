package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.history.ChildLine.Number;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Who students are. Everything remembers for ever to which State ID it came; a student is all that came to the State IDs that
 * lead to it now. So a merge moves nothing here, and a split brings nothing back.
 */
final class KnownIdentities {

    /** An identity, the State ID to which it came, and the line that brought it. */
    private record Told(String stateId, Spelling spelling, ChildLine line) {
        SourceVersion source() {
            return line.source();
        }
    }

    /** A district that said of a State ID what the view said already. */
    private record Confirmed(String stateId, String district) {}

    private final Survivors survivors;
    private final Set<String> stateIds = new TreeSet<>();
    private final List<Told> names = new ArrayList<>();
    private final Map<String, Told> own = new TreeMap<>();
    private final Map<Number, String> numbers = new HashMap<>();
    private final Map<Confirmed, SourceVersion> confirmed = new HashMap<>();

    KnownIdentities(Survivors survivors) {
        this.survivors = survivors;
    }

    /** Issued, in the order of their digits, those that retired too. */
    List<String> stateIds() {
        return List.copyOf(stateIds);
    }

    Stream<String> students() {
        return stateIds.stream().filter(stateId -> !survivors.isMerged(stateId));
    }

    void issue(String stateId) {
        stateIds.add(stateId);
    }

    /** A student is who the newest line about anybody of the group said. */
    private Told newest(String student) {
        return own.values().stream()
                .filter(told -> leadsTo(told.stateId, student))
                .max(Comparator.comparing(Told::source))
                .orElseThrow();
    }

    Spelling current(String student) {
        return newest(student).spelling;
    }

    /** From now on the line says who the student is. */
    void tell(String student, ChildLine line) {
        own.put(student, new Told(student, line.spelling(), line));
    }

    void addName(String student, ChildLine line) {
        names.add(new Told(student, line.spelling(), line));
    }

    /** Two students parted: whoever is called as the other was has the name too. */
    void parted(String one, String other) {
        for (String student : List.of(one, other)) {
            if (!spellings(student).contains(current(student))) {
                names.add(newest(student));
            }
        }
    }

    void addNumber(String student, ChildLine line) {
        numbers.putIfAbsent(line.number(), student);
    }

    void confirm(String student, ChildLine line) {
        if (!isOutdated(student, line)) {
            confirmed.put(new Confirmed(student, line.district()), line.source());
        }
    }

    /** A newer line said who the student is, or a newer one of the same district said that it is so. */
    boolean isOutdated(String student, ChildLine line) {
        return newest(student).source().isNewerThan(line.source())
                || confirmed.entrySet().stream()
                        .anyMatch(said -> leadsTo(said.getKey().stateId, student)
                                && said.getKey().district.equals(line.district())
                                && said.getValue().isNewerThan(line.source()));
    }

    Optional<String> holder(Number number) {
        return Optional.ofNullable(numbers.get(number)).map(survivors::of);
    }

    boolean hasOtherNumber(String student, Number number) {
        return numbers.entrySet().stream()
                .anyMatch(known -> leadsTo(known.getValue(), student)
                        && known.getKey().district().equals(number.district())
                        && !known.getKey().equals(number));
    }

    List<Spelling> spellings(String student) {
        return names.stream()
                .filter(name -> leadsTo(name.stateId, student))
                .map(Told::spelling)
                .toList();
    }

    /** True when the child may be the student. */
    boolean isNear(ChildLine child, String student) {
        Spelling current = current(student);
        boolean sameNumber = holder(child.number()).filter(student::equals).isPresent();
        return spellings(student).stream()
                .anyMatch(known -> child.spelling().isNear(known, !known.equals(current), sameNumber));
    }

    boolean isMildly(Spelling child, String student) {
        Spelling current = current(student);
        return spellings(student).stream().anyMatch(known -> child.isMildly(known, !known.equals(current)));
    }

    /** Who everybody is, and where retired State IDs lead. */
    List<String> studentsInWords() {
        return stateIds.stream()
                .map(stateId -> survivors.isMerged(stateId)
                        ? leadsInWords(stateId, survivors.of(stateId))
                        : isInWords(stateId, current(stateId)))
                .toList();
    }

    List<String> namesInWords() {
        return names.stream()
                .map(name -> nameInWords(survivors.of(name.stateId), name.spelling, name.line.line()))
                .toList();
    }

    List<String> numbersInWords() {
        return numbers.entrySet().stream()
                .map(known -> numberInWords(survivors.of(known.getValue()), known.getKey()))
                .toList();
    }

    private boolean leadsTo(String stateId, String student) {
        return survivors.of(stateId).equals(student);
    }

    static String isInWords(String stateId, Spelling spelling) {
        return stateId + " is " + spelling;
    }

    static String leadsInWords(String stateId, String survivor) {
        return stateId + " leads to " + survivor;
    }

    static String nameInWords(String stateId, Spelling spelling, String line) {
        return stateId + " has the name " + spelling + " of " + line;
    }

    static String numberInWords(String stateId, Number number) {
        return stateId + " has the local ID " + number.district() + "/" + number.localId();
    }
}
