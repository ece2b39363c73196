package gov.mt.opi.aim.contracts.layout;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The fields of one record type, in order.
 *
 * @param recordType the two letters that begin a record
 * @param title what the specification calls the record
 * @param section the section of the specification that defines it
 * @param fields fields in order of their numbers
 */
public record Layout(String recordType, String title, String section, List<Field> fields) {

    public Layout {
        fields = List.copyOf(fields);
    }

    public int size() {
        return fields.size();
    }

    /**
     * The field of a JSON property.
     *
     * @throws IllegalArgumentException when the layout has no such field
     */
    public Field field(String property) {
        return fields.stream()
                .filter(field -> field.property().equals(property))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(recordType + " has no field " + property));
    }

    /** The fields that carry data: neither the record type nor fillers. */
    public List<Field> dataFields() {
        return fields.stream()
                .filter(field -> field.format() != Format.RECORD_TYPE && field.format() != Format.FILLER)
                .toList();
    }

    /** Fields by JSON property. */
    public Map<String, Field> byProperty() {
        return fields.stream().collect(Collectors.toMap(Field::property, Function.identity()));
    }
}
