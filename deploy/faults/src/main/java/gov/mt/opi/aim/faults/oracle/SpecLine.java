package gov.mt.opi.aim.faults.oracle;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A line of a file read by hand, with the columns of the specification (2.3, 2.6, 2.7, 2.8) written down once more: an oracle
 * that used the product's own layouts would share their mistakes.
 */
final class SpecLine {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    private static final Map<String, List<String>> COLUMNS = Map.of(
            "SD",
            List.of(
                    "",
                    "",
                    "stateId",
                    "localId",
                    "lastName",
                    "firstName",
                    "middleName",
                    "suffix",
                    "gender",
                    "birthDate",
                    "",
                    "raceEthnicity"),
            "EN",
            List.of(
                    "",
                    "districtNumber",
                    "schoolNumber",
                    "calendarNumber",
                    "year",
                    "stateId",
                    "localId",
                    "serviceType",
                    "startDate",
                    "startStatus",
                    "endDate",
                    "endStatus",
                    "dropoutReason",
                    "grade"),
            "PP",
            List.of(
                    "",
                    "districtNumber",
                    "schoolNumber",
                    "calendarNumber",
                    "",
                    "",
                    "stateId",
                    "localId",
                    "freeReducedLunch",
                    "spedStatus",
                    "section504",
                    "titleIParticipation",
                    "titleIProgramType",
                    "titleIReading",
                    "titleIMath",
                    "titleIScience",
                    "titleISocialSciences",
                    "titleIVocationalCareer",
                    "titleIInstructionalOther",
                    "titleIHealth",
                    "titleIGuidanceAdvocacy",
                    "titleISupportOther",
                    "foreignExchange",
                    "giftedTalented",
                    "twentyFirstCentury",
                    "homeless",
                    "mcKinneyVento",
                    "homelessNightTimeResidence",
                    "unaccompaniedYouth",
                    "",
                    "languageOfImpact",
                    "lepStatus",
                    "dateEnteredLep",
                    "titleIII",
                    "immigrant",
                    "immigrantDateEnteredUsSchool",
                    "year"),
            "AT",
            List.of(
                    "",
                    "districtNumber",
                    "schoolNumber",
                    "calendarNumber",
                    "stateId",
                    "",
                    "",
                    "testWindowCountAbsent",
                    "aggregateHoursOfInstruction",
                    "year"));
    private static final Map<String, List<String>> KEYS = Map.of(
            "SD", List.of("stateId"),
            "EN", List.of("stateId", "districtNumber", "schoolNumber", "calendarNumber", "year", "startDate"),
            "PP", List.of("stateId", "districtNumber", "schoolNumber", "calendarNumber", "year"),
            "AT", List.of("stateId", "districtNumber", "schoolNumber", "calendarNumber", "year"));

    private SpecLine() {}

    /**
     * What a line says, blank cells left out, dates ISO 8601.
     *
     * @param schoolYear of the file, for lines that name none
     */
    static Map<String, String> fields(String line, int schoolYear) {
        List<String> cells = new ArrayList<>(List.of(line.split("\t", -1)));
        String type = cells.get(0);
        if (type.equals("AT")) {
            cells.add(String.valueOf(schoolYear));
        }
        List<String> columns = COLUMNS.get(type);
        Map<String, String> fields = new TreeMap<>();
        for (int i = 0; i < columns.size(); i++) {
            if (!columns.get(i).isEmpty() && !cells.get(i).isEmpty()) {
                fields.put(columns.get(i), plain(columns.get(i), cells.get(i)));
            }
        }
        return fields;
    }

    /** Only the fields that a line of a type can say, out of what a thing has. */
    static Map<String, String> fields(String type, Map<String, String> properties) {
        Map<String, String> fields = new TreeMap<>();
        for (String column : COLUMNS.get(type)) {
            String value = properties.get(column);
            if (!column.isEmpty() && value != null) {
                fields.put(column, plain(column, value));
            }
        }
        return fields;
    }

    /** Every property of any type. */
    static Set<String> properties() {
        return COLUMNS.values().stream()
                .flatMap(List::stream)
                .filter(property -> !property.isEmpty())
                .collect(Collectors.toSet());
    }

    static Thing thing(String type, Map<String, String> fields) {
        return new Thing(type, KEYS.get(type).stream().map(fields::get).toList());
    }

    private static String plain(String column, String value) {
        if (value.matches("[0-9]{2}/[0-9]{2}/[0-9]{4}")) {
            return LocalDate.parse(value, DATE).toString();
        }
        return column.equals("testWindowCountAbsent")
                ? new BigDecimal(value).setScale(3).toPlainString()
                : value;
    }
}
