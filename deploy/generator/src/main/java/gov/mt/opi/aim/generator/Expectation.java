package gov.mt.opi.aim.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What must become of generated files, line by line, and how many members must be counted: worked out from the lives of the
 * children and the lines that were made wrong, with no code of the product.
 *
 * <p>It holds whatever the order in which districts send. Only a student record that two districts send may be accepted,
 * unchanged or stale, as the one or the other comes first; such lines are counted as open.
 */
public final class Expectation {

    /** The days on which members are counted: the test, and a day when those who left after it are gone. */
    public static final List<LocalDate> DAYS = List.of(Child.TEST_DAY, LocalDate.of(2007, 5, 1));

    private Expectation() {}

    /**
     * What must become of a file.
     *
     * @param wrong lines that were made wrong
     * @param rejected those and the lines that depend on them
     * @param accepted lines that must be accepted
     * @param unchanged lines that must be unchanged
     * @param open lines of which the order of files decides whether they are accepted, unchanged or stale
     */
    public record Sent(int wrong, int rejected, int accepted, int unchanged, int open) {

        static final Sent NOTHING = new Sent(0, 0, 0, 0, 0);

        /** The records of the file. */
        public int records() {
            return rejected + accepted + unchanged + open;
        }

        public Sent plus(Sent other) {
            return new Sent(
                    wrong + other.wrong,
                    rejected + other.rejected,
                    accepted + other.accepted,
                    unchanged + other.unchanged,
                    open + other.open);
        }
    }

    /**
     * What must be so after a wave.
     *
     * @param files what becomes of each file, by name
     * @param members for each of {@link #DAYS}, the members by {@code district,grade,lunch}
     */
    public record Wave(Map<String, Sent> files, Map<LocalDate, Map<String, Long>> members) {

        public Sent total() {
            return files.values().stream().reduce(Sent.NOTHING, Sent::plus);
        }
    }

    /** What must be so after each of some waves of the same children, sent one after the other. */
    public static List<Wave> of(Plan... plans) {
        List<GeneratedState> states =
                Arrays.stream(plans).map(GeneratedState::new).toList();
        List<Wave> waves = new ArrayList<>();
        for (int i = 0; i < plans.length; i++) {
            Map<LocalDate, Map<String, Long>> members = new TreeMap<>();
            DAYS.forEach(day -> members.put(day, new HashMap<>()));
            waves.add(new Wave(new HashMap<>(), members));
        }
        for (int place = 0; place < plans[0].students(); place++) {
            KnownChild child = new KnownChild();
            for (int i = 0; i < plans.length; i++) {
                GeneratedState state = states.get(i);
                Map<String, List<KnownChild.Line>> byDistrict = new TreeMap<>();
                state.send(place, (district, right, sent) -> byDistrict
                        .computeIfAbsent(district, none -> new ArrayList<>())
                        .add(new KnownChild.Line(right.split("\t", -1), !right.equals(sent))));
                Wave wave = waves.get(i);
                byDistrict.forEach((district, lines) -> wave.files()
                        .merge(state.fileName(district), child.read(lines, byDistrict.size() > 1), Sent::plus));
                wave.members().forEach((day, members) -> child.count(day, members));
            }
        }
        return waves;
    }
}
