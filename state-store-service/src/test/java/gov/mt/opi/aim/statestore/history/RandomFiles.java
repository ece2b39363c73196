package gov.mt.opi.aim.statestore.history;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.statestore.Records;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;

/** Files of three districts about few children, so that much of what they tell is about the same. */
final class RandomFiles {

    static final List<String> DISTRICTS = List.of("63", "64", "65");

    /** Local IDs of a child in each district. */
    private static final int NUMBERS = 4;

    private static final String LOOKS_ALIKE = "XF-009";

    private final Cast cast;
    private final int firstNumber;
    private final Random random;
    private final StateModel model;
    private final List<List<RecordAccepted>> sent = new ArrayList<>();

    RandomFiles(long seed, Cast cast, Random random, StateModel model) {
        this.cast = cast;
        this.firstNumber = (int) (seed % 1_000_000 * 100 + 100);
        this.random = random;
        this.model = model;
    }

    /** The children under State IDs from elsewhere, one of them twice. */
    List<RecordAccepted> first(List<String> stateIds) {
        Records file = Records.file(DISTRICTS.get(0), 1).adopting();
        for (int i = 0; i < stateIds.size(); i++) {
            int child = i % Cast.CHILDREN;
            Spelling spelling = i < Cast.CHILDREN ? cast.asItIs(child) : cast.written(child, random);
            sd(file, stateIds.get(i), String.valueOf(number(child, i / Cast.CHILDREN)), spelling);
        }
        return file.all();
    }

    /** The days of the headers in the order in which the files come: some come late. */
    Deque<Integer> days(int files) {
        List<Integer> days = new ArrayList<>();
        for (int day = 2; day <= files + 1; day++) {
            days.add(Math.max(0, days.size() - (random.nextInt(3) == 0 ? random.nextInt(4) : 0)), day);
        }
        return new ArrayDeque<>(days);
    }

    /** New lines, or those of an earlier file again under a new header. */
    List<RecordAccepted> next(int day) {
        List<RecordAccepted> file = !sent.isEmpty() && random.nextInt(6) == 0 ? again(day) : anew(day);
        sent.add(file);
        return file;
    }

    int count() {
        return sent.size();
    }

    List<RecordAccepted> anyOfThem() {
        return sent.get(random.nextInt(sent.size()));
    }

    private List<RecordAccepted> again(int day) {
        List<RecordAccepted> earlier = anyOfThem();
        Records file = Records.file(earlier.get(0).districtNumber(), day);
        for (RecordAccepted line : earlier) {
            if (line.recordType() == RecordType.SD) {
                sd(file, text(line, "stateId"), line.text("localId"), Spelling.of(line));
            } else {
                file.en(
                        line.text("stateId"),
                        text(line, "localId"),
                        line.text("schoolNumber"),
                        line.text("serviceType"),
                        line.text("startDate"),
                        text(line, "endDate"));
            }
        }
        return checked(file);
    }

    private List<RecordAccepted> anew(int day) {
        Records file = Records.file(DISTRICTS.get(random.nextInt(DISTRICTS.size())), day);
        addChildren(file);
        do {
            addEnrollment(file);
        } while (random.nextBoolean());
        return checked(file);
    }

    private void addChildren(Records file) {
        Set<Integer> numbers = new HashSet<>();
        Optional<Spelling> before = Optional.empty();
        while (random.nextInt(5) < 2) {
            boolean known = random.nextInt(5) == 0;
            String stateId = known ? anyStateId() : "";
            int child = known && random.nextInt(4) > 0
                    ? cast.childOf(model.current(stateId))
                    : random.nextInt(Cast.CHILDREN);
            Spelling spelling = before.filter(same -> random.nextInt(3) == 0).orElse(cast.written(child, random));
            // Now and then a number of another child.
            int number = number(random.nextInt(8) == 0 ? random.nextInt(Cast.CHILDREN) : cast.childOf(spelling), -1);
            if (numbers.add(number)) {
                sd(file, stateId, (random.nextInt(4) == 0 ? "00" : "") + number, spelling);
                before = Optional.of(spelling);
            }
        }
    }

    private void addEnrollment(Records file) {
        String student = anyStateId();
        String localId = random.nextInt(3) == 0 ? String.valueOf(number(cast.childOf(model.current(student)), -1)) : "";
        int month = 1 + random.nextInt(5);
        String school = String.valueOf(731 + random.nextInt(2));
        file.en(student, localId, school, serviceType(), start(month), end(month));
        if (random.nextInt(3) == 0) {
            // A move inside the district: one stay after the other.
            file.en(student, localId, school, serviceType(), start(month + 5), end(month + 5));
        }
    }

    /** The first ones are named most often. */
    private String anyStateId() {
        List<String> stateIds = model.stateIds();
        return stateIds.get(Math.min(random.nextInt(stateIds.size()), random.nextInt(stateIds.size())));
    }

    private int number(int child, int which) {
        return firstNumber + child * NUMBERS + (which < 0 ? random.nextInt(NUMBERS) : which);
    }

    private static void sd(Records file, String stateId, String localId, Spelling spelling) {
        file.sd(stateId, localId, spelling.last(), spelling.first(), spelling.gender(), spelling.birth());
    }

    /** As validation passes it on: children who look alike and have different numbers are told. */
    private static List<RecordAccepted> checked(Records file) {
        List<ChildLine> children = file.all().stream()
                .filter(line -> line.recordType() == RecordType.SD && line.text("stateId") == null)
                .map(ChildLine::of)
                .toList();
        Predicate<ChildLine> looksLikeAnother = child -> children.stream()
                .anyMatch(other -> other.spelling().equals(child.spelling())
                        && !other.number().equals(child.number()));
        return file.findingOn(
                        LOOKS_ALIKE,
                        line -> line.recordType() == RecordType.SD
                                && line.text("stateId") == null
                                && looksLikeAnother.test(ChildLine.of(line)))
                .all();
    }

    private String serviceType() {
        return random.nextInt(5) == 0 ? "S" : "P";
    }

    private static String start(int month) {
        return "2007-%02d-01".formatted(month);
    }

    private String end(int month) {
        return random.nextInt(3) == 0
                ? ""
                : "2007-%02d-%02d".formatted(month + random.nextInt(3), 1 + random.nextInt(28));
    }

    private static String text(RecordAccepted line, String property) {
        return Optional.ofNullable(line.text(property)).orElse("");
    }
}
