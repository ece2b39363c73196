package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.statestore.SourceVersion;
import gov.mt.opi.aim.statestore.history.EnrollmentThing.Place;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Enrollments of students who are merged and split, as the decisions say they work, in a list and without any haste. */
final class EnrollmentModel {

    private final List<EnrollmentThing> things = new ArrayList<>();
    private final List<Told> waiting = new ArrayList<>();
    /** Whom lines are about that a merge made wait; others are about whom they name. */
    private final Map<Told, String> origins = new HashMap<>();

    private final Survivors survivors;
    private final Map<String, String> outcomes;

    EnrollmentModel(Survivors survivors, Map<String, String> outcomes) {
        this.survivors = survivors;
        this.outcomes = outcomes;
    }

    void send(List<RecordAccepted> file) {
        Map<String, List<Told>> byStudent = new LinkedHashMap<>();
        file.stream()
                .map(Told::of)
                .sorted(Comparator.comparing(Told::student)
                        .thenComparing(told -> told.key().start())
                        .thenComparing(told -> !told.isPrimary())
                        .thenComparing(Told::source))
                .forEach(told -> byStudent
                        .computeIfAbsent(survivors.of(told.student()), student -> new ArrayList<>())
                        .add(told));
        byStudent.forEach((student, lines) -> {
            if (judge(student, lines)) {
                wake(student, Set.of());
            }
        });
    }

    void takeOut(String student, Told.Key key) {
        EnrollmentThing thing = inView(student, key).orElseThrow();
        thing.place = Place.VOIDED;
        for (Told told : waitingOf(student, Set.of())) {
            if (told.key().equals(key)) {
                waiting.remove(told);
                outcomes.put(told.line(), "STALE");
                thing.newest = told.source().isNewerThan(thing.newest) ? told.source() : thing.newest;
            }
        }
        wake(student, Set.of());
    }

    /** Of two tellings of one thing the newer stays; a Primary enrollment that would share a day with one waits. */
    void merge(String loser, String survivor) {
        for (EnrollmentThing thing : List.copyOf(things)) {
            if (thing.owner.equals(loser) && (thing.place == Place.VOIDED || thing.place == Place.WAITING)) {
                thing.move(survivor);
            }
        }
        things.stream()
                .filter(thing -> thing.owner.equals(loser) && thing.place == Place.VIEW)
                .sorted(Comparator.comparing(thing -> thing.told.source()))
                .toList()
                .forEach(thing -> place(thing, survivor));
        wake(survivor, waitingForMerges(Set.of(survivor)));
    }

    /** What was the loser's before is the loser's again. */
    void split(String loser, String survivor) {
        for (EnrollmentThing thing : things) {
            if (thing.owner.equals(survivor) && thing.origin != null && thing.place != Place.TAKEN_OUT) {
                thing.owner = survivors.of(thing.origin);
            }
        }
        Set<String> both = Set.of(loser, survivor);
        takenOutOf(both).stream()
                .sorted(Comparator.comparing((EnrollmentThing thing) -> thing.told.source())
                        .reversed())
                .forEach(thing -> {
                    if (place(thing, survivors.of(thing.origin))) {
                        waiting.remove(thing.told);
                        outcomes.put(thing.told.line(), "ACCEPTED");
                    }
                });
        Set<Told> forMerges = waitingForMerges(both);
        both.forEach(student -> wake(student, forMerges));
    }

    private String about(Told line) {
        return survivors.of(origins.getOrDefault(line, line.student()));
    }

    private boolean place(EnrollmentThing thing, String student) {
        Optional<EnrollmentThing> same = inView(student, thing.key());
        if (same.isPresent() && !thing.told.source().isNewerThan(same.get().told.source())) {
            thing.leave(thing.place == Place.WAITING ? Place.WAITING : Place.TAKEN_OUT);
            return false;
        }
        boolean inTheWay = thing.told.isPrimary()
                && view(student).stream()
                        .filter(other -> same.filter(other::equals).isEmpty())
                        .anyMatch(other -> other.told.isPrimary() && other.told.overlaps(thing.told));
        same.ifPresent(older -> older.leave(Place.TAKEN_OUT));
        if (inTheWay) {
            thing.leave(Place.WAITING);
            thing.owner = student;
            waiting.remove(thing.told);
            waiting.add(thing.told);
            origins.put(thing.told, thing.origin);
            outcomes.put(thing.told.line(), "HELD");
            return false;
        }
        thing.move(student);
        thing.place = Place.VIEW;
        return true;
    }

    private List<EnrollmentThing> takenOutOf(Set<String> students) {
        return things.stream()
                .filter(thing -> thing.place == Place.TAKEN_OUT || thing.place == Place.WAITING)
                .filter(thing -> students.contains(survivors.of(thing.origin)))
                .toList();
    }

    /** Lines that nobody but a district makes room for, and lines about a thing of another student that the view has. */
    private Set<Told> waitingForMerges(Set<String> students) {
        Set<SourceVersion> takenOut = new HashSet<>();
        takenOutOf(students).forEach(thing -> takenOut.add(thing.told.source()));
        Set<Told> lines = new HashSet<>();
        waiting.forEach(line -> {
            boolean named = about(line).equals(origins.getOrDefault(line, line.student()));
            if (takenOut.contains(line.source())
                    || !named && inView(about(line), line.key()).isPresent()) {
                lines.add(line);
            }
        });
        return lines;
    }

    /** True when something moved, began to wait or was confirmed: lines that wait may be outdated then. */
    private boolean judge(String student, List<Told> lines) {
        List<Told> open = new ArrayList<>(lines);
        while (open.removeIf(told -> settles(student, told))) {
            // as long as one makes room for another
        }
        for (Told told : open) {
            boolean wrong = inTheWay(student, told).stream()
                    .anyMatch(other -> other.key().district().equals(told.key().district()));
            outcomes.put(told.line(), wrong ? "REJECTED" : "HELD");
            if (!wrong) {
                waiting.add(told);
            }
        }
        return lines.stream()
                .map(told -> outcomes.get(told.line()))
                .anyMatch(Set.of("ACCEPTED", "HELD", "UNCHANGED")::contains);
    }

    private boolean settles(String student, Told told) {
        Optional<EnrollmentThing> known = inView(student, told.key()).or(() -> newestGone(student, told.key()));
        boolean inView = known.filter(thing -> thing.place == Place.VIEW).isPresent();
        if (inView && known.get().told.saysTheSameAs(told)) {
            known.get().confirm(told);
            outcomes.put(told.line(), "UNCHANGED");
            return true;
        }
        if (known.isPresent() && known.get().newest.isNewerThan(told.source())) {
            outcomes.put(told.line(), "STALE");
            return true;
        }
        if (inTheWay(student, told).isEmpty()) {
            known.ifPresentOrElse(thing -> thing.tell(told), () -> things.add(new EnrollmentThing(student, told)));
            outcomes.put(told.line(), "ACCEPTED");
            return true;
        }
        return false;
    }

    private Optional<EnrollmentThing> newestGone(String student, Told.Key key) {
        return things.stream()
                .filter(thing -> thing.place == Place.VOIDED || thing.place == Place.WAITING)
                .filter(thing -> thing.owner.equals(student) && thing.key().equals(key))
                .max(Comparator.comparing(thing -> thing.newest));
    }

    private List<EnrollmentThing> inTheWay(String student, Told told) {
        return view(student).stream()
                .filter(other -> !other.key().equals(told.key()) && other.told.cannotStandBeside(told))
                .toList();
    }

    /** The newest of each thing that waits has its turn, the oldest first, until nothing moves. */
    private void wake(String student, Collection<Told> but) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Told told : waitingOf(student, but)) {
                boolean outdated = waitingOf(student, but).stream()
                        .anyMatch(other ->
                                other.key().equals(told.key()) && other.source().isNewerThan(told.source()));
                waiting.remove(told);
                if (outdated) {
                    outcomes.put(told.line(), "STALE");
                } else {
                    judge(student, List.of(told));
                }
                moved |= !outcomes.get(told.line()).equals("HELD");
            }
        }
    }

    private List<Told> waitingOf(String student, Collection<Told> but) {
        return waiting.stream()
                .filter(line -> about(line).equals(student) && !but.contains(line))
                .sorted(Comparator.comparing(Told::source))
                .toList();
    }

    private Optional<EnrollmentThing> inView(String student, Told.Key key) {
        return view(student).stream().filter(thing -> thing.key().equals(key)).findFirst();
    }

    private List<EnrollmentThing> view(String student) {
        return things.stream()
                .filter(thing -> thing.place == Place.VIEW && thing.owner.equals(student))
                .toList();
    }

    /** What the view tells of a student. */
    List<Told> toldOf(String student) {
        return view(student).stream().map(thing -> thing.told).toList();
    }

    /** The lines that wait, each with the student whom it is about. */
    List<String> waiting() {
        return waiting.stream()
                .map(line -> waitingInWords(line.line(), "XS-022", about(line)))
                .toList();
    }

    static String waitingInWords(String line, String reason, String student) {
        return line + " of " + student + " waits for " + reason;
    }

    /** Two Primary enrollments of one student on one date, which must not be. */
    List<String> primariesOnOneDate() {
        List<String> found = new ArrayList<>();
        for (EnrollmentThing one : things) {
            view(one.owner).stream()
                    .filter(other -> one.place == Place.VIEW && one != other)
                    .filter(other -> one.told.isPrimary() && other.told.isPrimary() && one.told.overlaps(other.told))
                    .forEach(other -> found.add(one.owner + " " + one.key() + " and " + other.key()));
        }
        return found;
    }

    List<String> view() {
        return things.stream()
                .filter(thing -> thing.place == Place.VIEW)
                .map(thing -> inWords(
                        thing.owner, thing.key(), thing.told.serviceType(), thing.told.end(), thing.told.localId()))
                .sorted()
                .toList();
    }

    static String inWords(String student, Told.Key key, String serviceType, String end, String localId) {
        return student + " " + key.district() + "/" + key.school() + " " + serviceType + " " + key.start() + " to "
                + (end.equals(Told.OPEN) ? "now" : end) + (localId.isEmpty() ? "" : " as " + localId);
    }
}
