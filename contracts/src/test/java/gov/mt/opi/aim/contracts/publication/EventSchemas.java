package gov.mt.opi.aim.contracts.publication;

import com.fasterxml.classmate.ResolvedType;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.victools.jsonschema.generator.CustomDefinition;
import com.github.victools.jsonschema.generator.FieldScope;
import com.github.victools.jsonschema.generator.Option;
import com.github.victools.jsonschema.generator.OptionPreset;
import com.github.victools.jsonschema.generator.SchemaGenerationContext;
import com.github.victools.jsonschema.generator.SchemaGenerator;
import com.github.victools.jsonschema.generator.SchemaGeneratorConfigBuilder;
import com.github.victools.jsonschema.generator.SchemaVersion;
import com.github.victools.jsonschema.module.jackson.JacksonModule;
import com.github.victools.jsonschema.module.jackson.JacksonOption;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.StateChanged;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.topic.TopicPage;
import java.time.LocalDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The JSON Schemas of all events, derived from their records, their Javadoc and the layouts.
 *
 * <p>A component is nullable where its Javadoc says {@code null}, and may be absent where it says {@code absent} or where it
 * is a list or map of a record that leaves empty ones out. Objects are open: readers ignore what they do not know.
 */
final class EventSchemas {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, RecordType> LAYOUTS = Map.of(
            "student", RecordType.SD,
            "enrollment", RecordType.EN,
            "program-participation", RecordType.PP,
            "test-window-attendance", RecordType.AT);

    private final SchemaGenerator generator = generator();

    /** Every event's schema by its name. */
    Map<String, ObjectNode> all() {
        Map<String, ObjectNode> schemas = new LinkedHashMap<>();
        TopicPage.all().forEach(page -> schemas.put(page.event(), of(page)));
        return schemas;
    }

    private ObjectNode of(TopicPage page) {
        ObjectNode generated = generator.generateSchema(page.type());
        if (page.type() == StateChanged.class) {
            addThing(generated, LAYOUTS.get(page.event()));
        }
        if (page.type() == RecordAccepted.class) {
            addFieldsByType(generated);
        }
        ObjectNode schema = JSON.createObjectNode();
        schema.put("$schema", generated.remove("$schema").asText());
        schema.put("$id", "urn:aim:schema:" + page.event() + ":v1");
        schema.put("title", page.event());
        schema.put("description", Javadoc.of(page.type()).summary());
        schema.setAll(generated);
        return schema;
    }

    /** The fields of the thing stand beside the envelope; the student's own are in the student. */
    private static void addThing(ObjectNode schema, RecordType type) {
        Set<String> elsewhere = type == RecordType.SD
                ? Set.of("stateId", "districtNumber")
                : Set.of("stateId", "districtNumber", "lastName", "firstName");
        LayoutSchema.addTo(
                schema,
                type.layout(),
                type.layout().dataFields().stream()
                        .filter(field -> !elsewhere.contains(field.property()))
                        .toList());
        if (type == RecordType.SD) {
            ObjectNode retired = schema.withObjectProperty("properties").putObject("retiredInto");
            retired.put("type", "string");
            retired.put(
                    "description",
                    "Where two students turned out to be one, and this State ID was retired: the State ID that stands for"
                            + " both now. The records of this student have moved there. Absent while the State ID holds.");
        }
        if (type == RecordType.AT) {
            ObjectNode year = schema.withObjectProperty("properties").putObject("year");
            year.put("type", "integer");
            year.put("description", "The school year of the file's header date: 2006-2007 is 2007.");
            schema.withArrayProperty("required").add("year");
        }
    }

    private static void addFieldsByType(ObjectNode schema) {
        ArrayNode cases = schema.putArray("allOf");
        for (RecordType type : RecordType.values()) {
            ObjectNode one = cases.addObject();
            one.putObject("if").putObject("properties").putObject("recordType").put("const", type.name());
            ObjectNode fields = one.putObject("then").putObject("properties").putObject("fields");
            fields.put("type", "object");
            List<Field> data = type.layout().dataFields();
            LayoutSchema.addTo(fields, type.layout(), data);
        }
    }

    private static SchemaGenerator generator() {
        SchemaGeneratorConfigBuilder config = new SchemaGeneratorConfigBuilder(
                        JSON, SchemaVersion.DRAFT_7, OptionPreset.PLAIN_JSON)
                .with(
                        Option.INLINE_ALL_SCHEMAS,
                        Option.MAP_VALUES_AS_ADDITIONAL_PROPERTIES,
                        Option.EXTRA_OPEN_API_FORMAT_VALUES)
                .with(new JacksonModule(JacksonOption.FLATTENED_ENUMS_FROM_JSONPROPERTY));
        config.forTypesInGeneral()
                .withPropertySorter((one, other) -> 0)
                .withCustomDefinitionProvider(EventSchemas::mountainTime);
        config.forFields()
                .withIgnoreCheck(field -> field.getDeclaringType().getErasedType() == StateChanged.class
                        && field.getName().equals("fields"))
                .withDescriptionResolver(EventSchemas::description)
                .withRequiredCheck(EventSchemas::isAlwaysThere)
                .withNullableCheck(field -> !mayBeAbsent(field) && says(field, "null"));
        return new SchemaGenerator(config.build());
    }

    /** Header timestamps are Mountain time without an offset, which the format date-time does not allow. */
    private static CustomDefinition mountainTime(ResolvedType type, SchemaGenerationContext context) {
        if (type.getErasedType() != LocalDateTime.class) {
            return null;
        }
        return new CustomDefinition(context.getGeneratorConfig()
                .createObjectNode()
                .put("type", "string")
                .put("pattern", "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?$"));
    }

    private static String description(FieldScope field) {
        return text(field);
    }

    private static boolean isAlwaysThere(FieldScope field) {
        return !mayBeAbsent(field);
    }

    private static boolean mayBeAbsent(FieldScope field) {
        Class<?> type = field.getType() == null ? Object.class : field.getType().getErasedType();
        JsonInclude include = field.getDeclaringType().getErasedType().getAnnotation(JsonInclude.class);
        boolean emptyIsLeftOut = include != null && include.value() == JsonInclude.Include.NON_EMPTY;
        boolean container = Collection.class.isAssignableFrom(type) || Map.class.isAssignableFrom(type);
        return says(field, "absent") || emptyIsLeftOut && container;
    }

    private static boolean says(FieldScope field, String word) {
        String text = text(field);
        return text != null && text.matches("(?s).*\\b" + word + "\\b.*");
    }

    private static String text(FieldScope field) {
        Class<?> type = field.getDeclaringType().getErasedType();
        return type.isRecord() ? Javadoc.of(type).parameters().get(field.getName()) : null;
    }
}
