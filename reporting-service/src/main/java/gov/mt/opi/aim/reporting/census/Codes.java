package gov.mt.opi.aim.reporting.census;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The values of a dimension, numbered as they come. A number stays what it is for ever. */
final class Codes {

    /** A column holds a number in two bytes. */
    private static final int NUMBERS_MAX = Character.MAX_VALUE;

    private final Map<String, Character> numbers = new HashMap<>();
    private final List<String> values = new ArrayList<>();
    private final Comparator<String> order;
    private Ranked ranked = new Ranked(List.of(), new int[0]);

    /**
     * Values in their order.
     *
     * @param values the values
     * @param ranks by number of a value, its place among them
     */
    record Ranked(List<String> values, int[] ranks) {}

    /** Codes of values that have this order. */
    Codes(Comparator<String> order) {
        this.order = order;
    }

    synchronized char number(String value) {
        Character known = numbers.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() >= NUMBERS_MAX) {
            throw new IllegalStateException("a dimension has more than " + NUMBERS_MAX + " values");
        }
        char number = (char) values.size();
        values.add(value);
        numbers.put(value, number);
        return number;
    }

    /** The values by their numbers, as of now. */
    synchronized List<String> values() {
        return List.copyOf(values);
    }

    /** The values in their order, as of now. */
    synchronized Ranked ranked() {
        if (ranked.ranks.length < values.size()) {
            List<String> sorted = values.stream().sorted(order).toList();
            int[] ranks = new int[sorted.size()];
            for (int rank = 0; rank < ranks.length; rank++) {
                ranks[numbers.get(sorted.get(rank))] = rank;
            }
            ranked = new Ranked(sorted, ranks);
        }
        return ranked;
    }
}
