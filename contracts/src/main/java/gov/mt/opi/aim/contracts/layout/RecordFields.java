package gov.mt.opi.aim.contracts.layout;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

/**
 * The values of one record by property of its layout, in the order of the layout; blank fields are absent. One small array,
 * because thousands of records are held at a time.
 */
public final class RecordFields extends AbstractMap<String, Object> {

    private static final Map<RecordType, Properties> PROPERTIES = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            PROPERTIES.put(type, Properties.of(type.layout()));
        }
    }

    private record Properties(List<String> names, Map<String, Integer> indexes) {
        static Properties of(Layout layout) {
            // Asked dozens of times for each record; an immutable map divides where a HashMap masks.
            Map<String, Integer> indexes = new HashMap<>(4 * layout.fields().size());
            layout.fields().forEach(field -> indexes.put(field.property(), field.index()));
            return new Properties(layout.fields().stream().map(Field::property).toList(), indexes);
        }
    }

    private final Properties properties;
    private final Object[] values;
    private int size;

    /** No values yet, of a record of this type. */
    public RecordFields(RecordType type) {
        this.properties = PROPERTIES.get(type);
        this.values = new Object[properties.names().size()];
    }

    /** The index of a property in the layout, which {@link #set(int, Object)} takes; -1 when the layout has no such property. */
    public int indexOf(String property) {
        Integer index = properties.indexes().get(property);
        return index == null ? -1 : index;
    }

    /** Sets the value of the field at that index of the layout. */
    public void set(int index, Object value) {
        if (values[index] == null) {
            size++;
        }
        values[index] = Objects.requireNonNull(value);
    }

    @Override
    public Object get(Object property) {
        Integer index = properties.indexes().get(property);
        return index == null ? null : values[index];
    }

    @Override
    public boolean containsKey(Object property) {
        return get(property) != null;
    }

    @Override
    public int size() {
        return size;
    }

    @Override
    public Set<Entry<String, Object>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Entry<String, Object>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return size;
            }
        };
    }

    private final class Entries implements Iterator<Entry<String, Object>> {
        private int next;

        @Override
        public boolean hasNext() {
            while (next < values.length && values[next] == null) {
                next++;
            }
            return next < values.length;
        }

        @Override
        public Entry<String, Object> next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            int index = next++;
            return Map.entry(properties.names().get(index), values[index]);
        }
    }
}
