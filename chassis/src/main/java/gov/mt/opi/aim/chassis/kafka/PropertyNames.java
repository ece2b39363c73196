package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.SerializedString;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Names of properties that are asked for, each with its number. A writer keeps an order, so the name that followed last time is
 * compared first, byte by byte, which costs a fraction of reading a name and looking it up. Every other order is read as well.
 *
 * <p>Safe for many threads: a guess that another thread made is at worst wrong.
 */
public final class PropertyNames {

    /** Where an object begins. */
    public static final int BEGIN = -1;

    /** A property that is not asked for. */
    public static final int OTHER = -2;

    /** Where an object ends. */
    public static final int END = -3;

    private static final int NO_GUESS = -1;

    private final SerializableString[] names;
    private final Map<String, Integer> numbers = new HashMap<>();
    /** By number + 1 the number of what followed last time; at first the order in which the names were given. */
    private final int[] following;

    /** @param names in the order in which they are expected; their places are their numbers */
    public PropertyNames(List<String> names) {
        this.names = names.stream().map(SerializedString::new).toArray(SerializableString[]::new);
        this.following = new int[names.size() + 1];
        for (int number = 0; number < names.size(); number++) {
            numbers.put(names.get(number), number);
            following[number] = number;
        }
        following[names.size()] = NO_GUESS;
    }

    /** The names of what a record of Java holds. */
    static PropertyNames of(Class<? extends Record> type) {
        return new PropertyNames(Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList());
    }

    /** How many names are asked for. */
    public int size() {
        return names.length;
    }

    /** The number of a name; it must be one of those that are asked for. */
    public int number(String name) {
        return numbers.get(name);
    }

    /** The name with this number; blank for {@link #OTHER}. */
    public String name(int number) {
        return number < 0 ? "" : names[number].getValue();
    }

    /**
     * Goes on to the name of the next property.
     *
     * @param before what this returned for the property before, whose value has been read; {@link #BEGIN} for the first one
     * @return its number, {@link #OTHER} or {@link #END}
     */
    public int next(JsonParser json, int before) throws IOException {
        int guess = before == OTHER ? NO_GUESS : following[before + 1];
        if (guess != NO_GUESS && json.nextFieldName(names[guess])) {
            return guess;
        }
        int number = guess == NO_GUESS ? number(json.nextToken(), json) : number(json.currentToken(), json);
        if (before != OTHER) {
            following[before + 1] = number < 0 ? NO_GUESS : number;
        }
        return number;
    }

    private int number(JsonToken token, JsonParser json) throws IOException {
        return token == JsonToken.FIELD_NAME ? numbers.getOrDefault(json.currentName(), OTHER) : END;
    }
}
