package gov.mt.opi.aim.reporting.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.io.SerializedString;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.suppression.Published;
import gov.mt.opi.aim.reporting.suppression.PublishedTable;
import java.io.IOException;
import java.util.List;

/**
 * The rows of a count: objects with the values by the names of their dimensions and the students. They write themselves,
 * because a state by five dimensions is a hundred thousand of them, and a map for each would cost more than the count.
 */
final class CountRows extends JsonSerializable.Base {

    private static final SerializedString STUDENTS = new SerializedString(CountTable.STUDENTS);

    private final SerializedString[] names;
    private final List<Published.Row> rows;

    CountRows(List<Dimension> dimensions, List<Published.Row> rows) {
        this.names = dimensions.stream()
                .map(Dimension::key)
                .map(SerializedString::new)
                .toArray(SerializedString[]::new);
        this.rows = rows;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider others) throws IOException {
        json.writeStartArray();
        for (Published.Row row : rows) {
            json.writeStartObject();
            for (int i = 0; i < names.length; i++) {
                json.writeFieldName(names[i]);
                json.writeString(row.values().get(i));
            }
            json.writeFieldName(STUDENTS);
            if (row.students().isPresent()) {
                json.writeNumber(row.students().get());
            } else {
                json.writeString(PublishedTable.HIDDEN);
            }
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider others, TypeSerializer types)
            throws IOException {
        serialize(json, others);
    }
}
