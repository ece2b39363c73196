package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the state knows after a history, in the words of the decisions: without batches, tables, look-ups and versions. */
final class StateModel {

    private final Map<String, String> outcomes = new TreeMap<>();
    private final Survivors survivors = new Survivors();
    private final EnrollmentModel enrollments = new EnrollmentModel(survivors, outcomes);
    private final IdentityModel identities;

    StateModel(Function<String, String> issued) {
        this.identities = new IdentityModel(survivors, enrollments, issued, outcomes);
    }

    void adopt(List<RecordAccepted> file) {
        file.forEach(line -> identities.adopt(ChildLine.of(line)));
    }

    /** Students first, then enrollments. */
    void send(List<RecordAccepted> file) {
        ofType(RecordType.SD, file).map(ChildLine::of).forEach(identities::send);
        enrollments.send(ofType(RecordType.EN, file).toList());
    }

    void merge(String loser, String survivor) {
        survivors.merge(loser, survivor);
        enrollments.merge(loser, survivor);
        identities.judgeAll();
    }

    void split(String loser) {
        String survivor = survivors.of(loser);
        survivors.split(loser);
        enrollments.split(loser, survivor);
        identities.known().parted(loser, survivor);
        identities.judgeAll();
    }

    void sweep() {
        identities.judgeAll();
    }

    IdentityModel identities() {
        return identities;
    }

    EnrollmentModel enrollments() {
        return enrollments;
    }

    List<String> stateIds() {
        return identities.known().stateIds();
    }

    boolean isMerged(String stateId) {
        return survivors.isMerged(stateId);
    }

    Spelling current(String stateId) {
        return identities.known().current(survivors.of(stateId));
    }

    /** All that the view has and all that waits. */
    List<String> view() {
        List<String> view = new ArrayList<>(topics());
        view.addAll(identities.known().namesInWords());
        view.addAll(identities.known().numbersInWords());
        view.addAll(identities.waiting());
        view.addAll(enrollments.waiting());
        return view.stream().sorted().toList();
    }

    /** What the topics tell. */
    List<String> topics() {
        List<String> told = new ArrayList<>(identities.known().studentsInWords());
        told.addAll(enrollments.view());
        return told.stream().sorted().toList();
    }

    /** What became of every line at last. */
    Map<String, String> outcomes() {
        return outcomes;
    }

    /** How many lines of each file ended how. */
    Map<String, Map<String, Long>> counts() {
        return outcomes.entrySet().stream()
                .collect(Collectors.groupingBy(
                        line -> line.getKey().substring(0, line.getKey().indexOf(',')),
                        TreeMap::new,
                        Collectors.groupingBy(
                                line -> line.getValue().split(" ")[0], TreeMap::new, Collectors.counting())));
    }

    private static Stream<RecordAccepted> ofType(RecordType type, List<RecordAccepted> file) {
        return file.stream().filter(line -> line.recordType() == type);
    }
}
