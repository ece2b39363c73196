package gov.mt.opi.aim.contracts.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Layout;
import gov.mt.opi.aim.contracts.layout.Required;
import java.util.List;

/** The data fields of a layout as properties of a schema. */
final class LayoutSchema {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private LayoutSchema() {}

    /** Adds the fields to the properties of an object schema, and to its required ones those that are never blank. */
    static void addTo(ObjectNode schema, Layout layout, List<Field> fields) {
        ObjectNode properties = schema.withObjectProperty("properties");
        ArrayNode required = schema.withArrayProperty("required");
        for (Field field : fields) {
            properties.set(field.property(), of(layout, field));
            if (field.required() == Required.YES || field.defaultValue().isPresent()) {
                required.add(field.property());
            }
        }
    }

    private static ObjectNode of(Layout layout, Field field) {
        ObjectNode schema = NODES.objectNode();
        switch (field.format()) {
            case YEAR -> schema.put("type", "integer");
            case PORTION -> schema.put("type", "number").put("minimum", 0).put("maximum", 1);
            case DATE -> schema.put("type", "string").put("format", "date");
            case ENTITY_NUMBER -> schema.put("type", "string").put("pattern", "^[1-9][0-9]{0,3}$");
            case CALENDAR_NUMBER -> schema.put("type", "string").put("pattern", "^[1-9][0-9]*$");
            case STATE_ID -> schema.put("type", "string").put("pattern", "^[1-9][0-9]{0,8}$");
            default -> schema.put("type", "string");
        }
        field.codes().ifPresent(codes -> {
            ArrayNode values = schema.putArray("enum");
            codes.codes().forEach(values::add);
        });
        if (field.codes().isEmpty() && schema.path("type").asText().equals("string") && !schema.has("format")) {
            schema.put("maxLength", field.length());
        }
        schema.put(
                "description",
                field.name() + " (" + layout.recordType() + ", field " + field.number() + " of MT1.3 section "
                        + layout.section() + ")"
                        + field.codes()
                                .map(codes -> "; code list " + codes.name())
                                .orElse("") + ".");
        return schema;
    }
}
