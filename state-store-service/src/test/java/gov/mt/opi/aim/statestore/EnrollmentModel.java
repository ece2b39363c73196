package gov.mt.opi.aim.statestore;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Enrollments as the decisions say they work, in a list and without any haste. */
final class EnrollmentModel {

    /** Which thing an enrollment is; calendar and year are always the same here. */
    record Key(String student, String district, String school, String start) {}

    private record Told(Key key, String serviceType, String end, SourceVersion source, String line) {
        static Told of(RecordAccepted record) {
            return new Told(
                    new Key(
                            record.text("stateId"),
                            record.districtNumber(),
                            record.text("schoolNumber"),
                            record.text("startDate")),
                    record.text("serviceType"),
                    Optional.ofNullable(record.text("endDate")).orElse("9999-12-31"),
                    SourceVersion.of(record),
                    record.submissionId() + ":" + record.line());
        }

        boolean overlaps(Told other) {
            return key.start.compareTo(other.end) <= 0 && other.key.start.compareTo(end) <= 0;
        }

        boolean saysTheSameAs(Told other) {
            return serviceType.equals(other.serviceType) && end.equals(other.end);
        }
    }

    private final Map<Key, Told> view = new HashMap<>();
    private final Map<Key, SourceVersion> takenOut = new HashMap<>();
    private final List<Told> waiting = new ArrayList<>();
    private final Map<String, String> outcomes = new TreeMap<>();

    void send(List<RecordAccepted> file) {
        Map<String, List<Told>> byStudent = new LinkedHashMap<>();
        file.stream()
                .map(Told::of)
                .sorted(Comparator.comparing((Told told) -> told.key.start)
                        .thenComparing(told -> !told.serviceType.equals("P"))
                        .thenComparing(Told::source))
                .forEach(told -> byStudent
                        .computeIfAbsent(told.key.student, student -> new ArrayList<>())
                        .add(told));
        byStudent.forEach((student, lines) -> {
            judge(lines);
            wake(student);
        });
    }

    void takeOut(Key key) {
        SourceVersion newest = view.remove(key).source;
        for (Told told : List.copyOf(waiting)) {
            if (told.key.equals(key)) {
                waiting.remove(told);
                outcomes.put(told.line, "STALE");
                newest = told.source.isNewerThan(newest) ? told.source : newest;
            }
        }
        takenOut.put(key, newest);
        wake(key.student);
    }

    private void judge(List<Told> lines) {
        List<Told> open = new ArrayList<>(lines);
        while (open.removeIf(this::settles)) {
            // as long as one makes room for another
        }
        for (Told told : open) {
            boolean wrong = inTheWay(told).stream().anyMatch(other -> other.key.district.equals(told.key.district));
            outcomes.put(told.line, wrong ? "REJECTED" : "HELD");
            if (!wrong) {
                waiting.add(told);
            }
        }
    }

    private boolean settles(Told told) {
        Told known = view.get(told.key);
        if (known != null && known.saysTheSameAs(told)) {
            outcomes.put(told.line, "UNCHANGED");
            return true;
        }
        SourceVersion newest = known == null ? takenOut.get(told.key) : known.source;
        if (newest != null && newest.isNewerThan(told.source)) {
            outcomes.put(told.line, "STALE");
            return true;
        }
        if (inTheWay(told).isEmpty()) {
            view.put(told.key, told);
            outcomes.put(told.line, "ACCEPTED");
            return true;
        }
        return false;
    }

    private List<Told> inTheWay(Told told) {
        return view.values().stream()
                .filter(other -> other.key.student.equals(told.key.student)
                        && !other.key.equals(told.key)
                        && other.overlaps(told)
                        && (other.serviceType.equals("P") && told.serviceType.equals("P")
                                || other.key.district.equals(told.key.district)
                                        && other.key.school.equals(told.key.school)))
                .toList();
    }

    /** The newest of each thing that waits has its turn, the oldest first, until nothing moves. */
    private void wake(String student) {
        boolean moved = true;
        while (moved) {
            moved = false;
            for (Told told : waitingOf(student)) {
                boolean outdated = waiting.stream()
                        .anyMatch(other -> other.key.equals(told.key) && other.source.isNewerThan(told.source));
                waiting.remove(told);
                if (outdated) {
                    outcomes.put(told.line, "STALE");
                } else {
                    judge(List.of(told));
                }
                moved |= !outcomes.get(told.line).equals("HELD");
            }
        }
    }

    private List<Told> waitingOf(String student) {
        return waiting.stream()
                .filter(told -> told.key.student.equals(student))
                .sorted(Comparator.comparing(Told::source))
                .toList();
    }

    Map<String, String> outcomes() {
        return outcomes;
    }

    List<String> view() {
        return new ArrayList<>(new TreeSet<>(view.values().stream()
                .map(told -> inWords(
                        told.key.student,
                        told.key.district,
                        told.key.school,
                        told.key.start,
                        told.serviceType,
                        told.end.equals("9999-12-31") ? null : told.end))
                .toList()));
    }

    /** How many Primary enrollments students have on a day; who has none is left out. */
    Map<String, Integer> primariesByStudent(LocalDate day) {
        Map<String, Integer> count = new HashMap<>();
        String date = day.toString();
        view.values().stream()
                .filter(told -> told.serviceType.equals("P")
                        && told.key.start.compareTo(date) <= 0
                        && told.end.compareTo(date) >= 0)
                .forEach(told -> count.merge(told.key.student, 1, Integer::sum));
        return count;
    }

    static String inWords(
            String student, String district, String school, String start, String serviceType, String end) {
        return student + " " + district + "/" + school + " " + serviceType + " " + start + " to " + end;
    }
}
