package gov.mt.opi.aim.chassis.kafka;

import static gov.mt.opi.aim.chassis.kafka.PropertyNames.BEGIN;
import static gov.mt.opi.aim.chassis.kafka.PropertyNames.END;
import static gov.mt.opi.aim.chassis.kafka.PropertyNames.OTHER;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordAccepted;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome.DecidedBy;
import gov.mt.opi.aim.contracts.event.RecordOutcome.Identity;
import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordFields;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import java.io.IOException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * Reads the events that there is one of for every line straight from the stream of tokens: what is general about reading a
 * class costs several times as much. A test holds that nothing else is read than the classes say.
 */
final class RecordEventReaders {

    private static final PropertyNames IDENTITY = PropertyNames.of(Identity.class);
    /** By the index of a field in the layout of its type. */
    private static final Map<RecordType, PropertyNames> FIELDS = new EnumMap<>(RecordType.class);

    static {
        for (RecordType type : RecordType.values()) {
            FIELDS.put(
                    type,
                    new PropertyNames(
                            type.layout().fields().stream().map(Field::property).toList()));
        }
    }

    private RecordEventReaders() {}

    static void addTo(SimpleModule module) {
        module.addDeserializer(RecordSubmitted.class, new Submitted());
        module.addDeserializer(RecordAccepted.class, new Accepted());
        module.addDeserializer(RecordOutcome.class, new Decided());
    }

    private static final class Submitted extends JsonDeserializer<RecordSubmitted> {
        private static final PropertyNames NAMES = PropertyNames.of(RecordSubmitted.class);

        private final FileOfLines file = new FileOfLines();

        @Override
        public RecordSubmitted deserialize(JsonParser json, DeserializationContext context) throws IOException {
            int contractVersion = 0;
            UUID submissionId = null;
            String districtNumber = null;
            long sequence = 0;
            int line = 0;
            int ordinal = 0;
            int lines = 0;
            LocalDateTime headerTimestamp = null;
            Mode mode = null;
            boolean adoptStateIds = false;
            String record = null;
            requireObject(json, context);
            for (int at = NAMES.next(json, BEGIN); at != END; at = NAMES.next(json, at)) {
                if (json.nextToken() == JsonToken.VALUE_NULL) {
                    continue;
                }
                switch (NAMES.name(at)) {
                    case "contractVersion" -> contractVersion = json.getIntValue();
                    case "submissionId" -> submissionId = file.id(json);
                    case "districtNumber" -> districtNumber = json.getText();
                    case "sequence" -> sequence = json.getLongValue();
                    case "line" -> line = json.getIntValue();
                    case "ordinal" -> ordinal = json.getIntValue();
                    case "lines" -> lines = json.getIntValue();
                    case "headerTimestamp" -> headerTimestamp = file.time(json);
                    case "mode" -> mode = file.mode(json, context);
                    case "adoptStateIds" -> adoptStateIds = json.getBooleanValue();
                    case "record" -> record = json.getText();
                    default -> json.skipChildren();
                }
            }
            return new RecordSubmitted(
                    contractVersion,
                    submissionId,
                    districtNumber,
                    sequence,
                    line,
                    ordinal,
                    lines,
                    headerTimestamp,
                    mode,
                    adoptStateIds,
                    record);
        }
    }

    private static final class Accepted extends JsonDeserializer<RecordAccepted> {
        private static final PropertyNames NAMES = PropertyNames.of(RecordAccepted.class);

        private final FileOfLines file = new FileOfLines();

        @Override
        public RecordAccepted deserialize(JsonParser json, DeserializationContext context) throws IOException {
            int contractVersion = 0;
            UUID submissionId = null;
            String districtNumber = null;
            long sequence = 0;
            int line = 0;
            LocalDateTime headerTimestamp = null;
            Mode mode = null;
            boolean adoptStateIds = false;
            RecordType recordType = null;
            Map<String, Object> fields = null;
            List<Finding> findings = null;
            Map<String, Integer> info = null;
            requireObject(json, context);
            for (int at = NAMES.next(json, BEGIN); at != END; at = NAMES.next(json, at)) {
                if (json.nextToken() == JsonToken.VALUE_NULL) {
                    continue;
                }
                switch (NAMES.name(at)) {
                    case "contractVersion" -> contractVersion = json.getIntValue();
                    case "submissionId" -> submissionId = file.id(json);
                    case "districtNumber" -> districtNumber = json.getText();
                    case "sequence" -> sequence = json.getLongValue();
                    case "line" -> line = json.getIntValue();
                    case "headerTimestamp" -> headerTimestamp = file.time(json);
                    case "mode" -> mode = file.mode(json, context);
                    case "adoptStateIds" -> adoptStateIds = json.getBooleanValue();
                    case "recordType" -> recordType = RecordType.valueOf(json.getText());
                    case "fields" -> fields = fields(json, context, recordType);
                    case "findings" -> findings = findings(json, context);
                    case "info" -> info = info(json, context);
                    default -> json.skipChildren();
                }
            }
            return new RecordAccepted(
                    contractVersion,
                    submissionId,
                    districtNumber,
                    sequence,
                    line,
                    headerTimestamp,
                    mode,
                    adoptStateIds,
                    recordType,
                    fields,
                    findings,
                    info);
        }
    }

    private static final class Decided extends JsonDeserializer<RecordOutcome> {
        private static final PropertyNames NAMES = PropertyNames.of(RecordOutcome.class);

        private final FileOfLines file = new FileOfLines();

        @Override
        public RecordOutcome deserialize(JsonParser json, DeserializationContext context) throws IOException {
            int contractVersion = 0;
            UUID submissionId = null;
            String districtNumber = null;
            int line = 0;
            RecordType recordType = null;
            Outcome outcome = null;
            DecidedBy decidedBy = null;
            List<Finding> findings = null;
            Map<String, Integer> info = null;
            Identity identity = null;
            requireObject(json, context);
            for (int at = NAMES.next(json, BEGIN); at != END; at = NAMES.next(json, at)) {
                if (json.nextToken() == JsonToken.VALUE_NULL) {
                    continue;
                }
                switch (NAMES.name(at)) {
                    case "contractVersion" -> contractVersion = json.getIntValue();
                    case "submissionId" -> submissionId = file.id(json);
                    case "districtNumber" -> districtNumber = json.getText();
                    case "line" -> line = json.getIntValue();
                    case "recordType" -> recordType = RecordType.valueOf(json.getText());
                    case "outcome" -> outcome = Outcome.valueOf(json.getText());
                    case "decidedBy" -> decidedBy = DecidedBy.valueOf(json.getText());
                    case "findings" -> findings = findings(json, context);
                    case "info" -> info = info(json, context);
                    case "identity" -> identity = identity(json, context);
                    default -> json.skipChildren();
                }
            }
            return new RecordOutcome(
                    contractVersion,
                    submissionId,
                    districtNumber,
                    line,
                    recordType,
                    outcome,
                    decidedBy,
                    findings,
                    info,
                    identity);
        }
    }

    private static void requireObject(JsonParser json, DeserializationContext context) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            context.reportWrongTokenException(
                    Object.class, JsonToken.START_OBJECT, "events and what they hold are objects");
        }
    }

    private static Identity identity(JsonParser json, DeserializationContext context) throws IOException {
        String localId = null;
        String stateId = null;
        IdentityOutcome outcome = null;
        requireObject(json, context);
        for (int at = IDENTITY.next(json, BEGIN); at != END; at = IDENTITY.next(json, at)) {
            if (json.nextToken() == JsonToken.VALUE_NULL) {
                continue;
            }
            switch (IDENTITY.name(at)) {
                case "localId" -> localId = json.getText();
                case "stateId" -> stateId = json.getText();
                case "outcome" -> outcome = IdentityOutcome.valueOf(json.getText());
                default -> json.skipChildren();
            }
        }
        return new Identity(localId, stateId, outcome);
    }

    /** The type stands before the fields in what we write; another writer may do otherwise, and pays for it. */
    private static Map<String, Object> fields(JsonParser json, DeserializationContext context, RecordType type)
            throws IOException {
        if (type == null) {
            JavaType map = context.getTypeFactory().constructMapType(Map.class, String.class, Object.class);
            return context.readValue(json, map);
        }
        PropertyNames names = FIELDS.get(type);
        RecordFields fields = new RecordFields(type);
        for (int index = names.next(json, BEGIN); index != END; index = names.next(json, index)) {
            JsonToken token = json.nextToken();
            if (index == OTHER) {
                json.skipChildren();
                continue;
            }
            switch (token) {
                case VALUE_STRING -> fields.set(index, FieldTexts.of(type, index, json));
                case VALUE_NUMBER_INT -> fields.set(index, json.getNumberValue());
                case VALUE_NUMBER_FLOAT -> fields.set(index, json.getDecimalValue());
                default -> json.skipChildren();
            }
        }
        return fields;
    }

    private static List<Finding> findings(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.START_ARRAY) {
            context.reportWrongTokenException(List.class, JsonToken.START_ARRAY, "findings are an array");
        }
        List<Finding> findings = new ArrayList<>(0);
        while (json.nextToken() != JsonToken.END_ARRAY) {
            requireObject(json, context);
            findings.add(context.readValue(json, Finding.class));
        }
        return findings;
    }

    private static Map<String, Integer> info(JsonParser json, DeserializationContext context) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            context.reportWrongTokenException(Map.class, JsonToken.START_OBJECT, "counts are an object");
        }
        Map<String, Integer> info = new LinkedHashMap<>();
        for (String rule = json.nextFieldName(); rule != null; rule = json.nextFieldName()) {
            json.nextToken();
            info.put(rule, json.getIntValue());
        }
        return info;
    }
}
