package gov.mt.opi.aim.chassis.kafka;

import com.fasterxml.jackson.core.JsonParser;
import gov.mt.opi.aim.contracts.layout.RecordType;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;

/**
 * Texts of the fields of records. Records that follow each other have the same district, school, calendar and many of the same
 * codes: thousands of records are held at a time, and need not hold each text again.
 */
final class FieldTexts {

    /** The last text of each field. Whichever thread wrote a text here, it is one that the field had. */
    private static final Map<RecordType, String[]> LAST = new EnumMap<>(RecordType.class);

    /** Most values are codes of one character, and there are few of them. */
    private static final String[] CODES = new String[128];

    static {
        for (RecordType type : RecordType.values()) {
            LAST.put(type, new String[type.layout().fields().size()]);
        }
        for (char code = 0; code < CODES.length; code++) {
            CODES[code] = String.valueOf(code);
        }
    }

    private FieldTexts() {}

    /** The text that the parser stands at, of the field with that index of the layout. */
    static String of(RecordType type, int index, JsonParser json) throws IOException {
        String[] last = LAST.get(type);
        String text = text(json, last[index]);
        last[index] = text;
        return text;
    }

    /** The text of the value: the given one when it is the same. */
    private static String text(JsonParser json, String last) throws IOException {
        int length = json.getTextLength();
        char[] letters = json.getTextCharacters();
        int begin = json.getTextOffset();
        if (length == 1 && letters[begin] < CODES.length) {
            return CODES[letters[begin]];
        }
        if (last == null || last.length() != length) {
            return json.getText();
        }
        for (int i = 0; i < length; i++) {
            if (letters[begin + i] != last.charAt(i)) {
                return json.getText();
            }
        }
        return last;
    }
}
