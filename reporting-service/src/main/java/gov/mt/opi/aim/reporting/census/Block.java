package gov.mt.opi.aim.reporting.census;

import gov.mt.opi.aim.reporting.report.Dimension;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** The stays of some students in columns. Once in the census it never changes; a change makes another block. */
final class Block {

    static final Block EMPTY = new Block();

    private static final int FIRST_CAPACITY = 64;

    private int size;
    private long[] studentsHigh = new long[0];
    private long[] studentsLow = new long[0];
    private int[] firstDays = new int[0];
    private int[] lastDays = new int[0];
    /** By dimension and stay, the numbers of {@link Codes}. */
    private final char[][] numbers = new char[Dimension.values().length][0];

    int size() {
        return size;
    }

    boolean covers(int day, int stay) {
        return firstDays[stay] <= day && lastDays[stay] >= day;
    }

    char number(int dimension, int stay) {
        return numbers[dimension][stay];
    }

    /** Takes a stay in. */
    void add(Stay stay, Codes[] codes) {
        int to = grown();
        studentsHigh[to] = stay.studentKey().getMostSignificantBits();
        studentsLow[to] = stay.studentKey().getLeastSignificantBits();
        firstDays[to] = stay.firstDay();
        lastDays[to] = stay.lastDay();
        for (int dimension = 0; dimension < numbers.length; dimension++) {
            numbers[dimension][to] = codes[dimension].number(stay.values()[dimension]);
        }
    }

    /** Takes the stays of another block in, but for those of some students. */
    void addAll(Block other, Set<UUID> without) {
        for (int i = 0; i < other.size; i++) {
            if (!without.contains(new UUID(other.studentsHigh[i], other.studentsLow[i]))) {
                int to = grown();
                studentsHigh[to] = other.studentsHigh[i];
                studentsLow[to] = other.studentsLow[i];
                firstDays[to] = other.firstDays[i];
                lastDays[to] = other.lastDays[i];
                for (int dimension = 0; dimension < numbers.length; dimension++) {
                    numbers[dimension][to] = other.numbers[dimension][i];
                }
            }
        }
    }

    /** Gives back the room that was taken for more to come. */
    Block trimmed() {
        resize(size);
        return this;
    }

    private int grown() {
        if (size == firstDays.length) {
            resize(Math.max(FIRST_CAPACITY, size * 2));
        }
        return size++;
    }

    private void resize(int capacity) {
        studentsHigh = Arrays.copyOf(studentsHigh, capacity);
        studentsLow = Arrays.copyOf(studentsLow, capacity);
        firstDays = Arrays.copyOf(firstDays, capacity);
        lastDays = Arrays.copyOf(lastDays, capacity);
        for (int dimension = 0; dimension < numbers.length; dimension++) {
            numbers[dimension] = Arrays.copyOf(numbers[dimension], capacity);
        }
    }

    static Block[] none(int blocks) {
        Block[] none = new Block[blocks];
        Arrays.fill(none, EMPTY);
        return none;
    }
}
