package gov.mt.opi.aim.statestore.registry;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import gov.mt.opi.aim.contracts.event.School;
import gov.mt.opi.aim.contracts.layout.CodeLists;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads the three CSV files of the registry: a header line with the column names in any order, commas between, dates ISO
 * 8601. Every wrong cell is told with its line and column.
 *
 * @param <T> district, school or calendar
 */
public final class RegistryCsv<T> {

    /**
     * A wrong cell, or a wrong line.
     *
     * @param line line of the CSV file, from 1
     * @param column name of the column; empty for the line as a whole
     * @param message what is wrong and how to mend it
     */
    public record Error(long line, String column, String message) {}

    /**
     * What a file says.
     *
     * @param entries its entries, empty when there are errors
     * @param errors what is wrong
     */
    public record Read<T>(List<T> entries, List<Error> errors) {}

    private static final int ERRORS_MAX = 100;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern CALENDAR_NUMBER = Pattern.compile("[0-9]{1,3}");
    private static final Pattern YEAR = Pattern.compile("(19|20)[0-9]{2}");

    private final List<String> columns;
    private final Function<Line, T> entry;
    private final Function<T, String> key;

    private RegistryCsv(List<String> columns, Function<Line, T> entry, Function<T, String> key) {
        this.columns = columns;
        this.entry = entry;
        this.key = key;
    }

    /** Columns {@code districtNumber,name}. */
    public static RegistryCsv<District> districts() {
        return new RegistryCsv<>(
                List.of("districtNumber", "name"),
                line -> new District(line.number("districtNumber"), line.text("name")),
                District::key);
    }

    /** Columns {@code districtNumber,schoolNumber,name,lowGrade,highGrade,openedOn,closedOn}. */
    public static RegistryCsv<School> schools(Predicate<String> districtKnown) {
        return new RegistryCsv<>(
                List.of("districtNumber", "schoolNumber", "name", "lowGrade", "highGrade", "openedOn", "closedOn"),
                line -> new School(
                        line.known("districtNumber", line.number("districtNumber"), districtKnown, "district"),
                        line.number("schoolNumber"),
                        line.text("name"),
                        line.grade("lowGrade"),
                        line.grade("highGrade"),
                        line.date("openedOn", false),
                        line.date("closedOn", false)),
                School::key);
    }

    /** Columns {@code districtNumber,schoolNumber,calendarNumber,year,startDate,endDate,testWindowDate}. */
    public static RegistryCsv<Calendar> calendars(Predicate<String> schoolKnown) {
        return new RegistryCsv<>(
                List.of(
                        "districtNumber",
                        "schoolNumber",
                        "calendarNumber",
                        "year",
                        "startDate",
                        "endDate",
                        "testWindowDate"),
                line -> {
                    String district = line.number("districtNumber");
                    String school = line.number("schoolNumber");
                    line.known("schoolNumber", School.key(district, school), schoolKnown, "school");
                    LocalDate start = line.date("startDate", true);
                    LocalDate end = line.date("endDate", true);
                    if (start != null && end != null && end.isBefore(start)) {
                        line.wrong("endDate", "The calendar ends before it starts: check both dates.");
                    }
                    return new Calendar(
                            district,
                            school,
                            line.calendarNumber("calendarNumber"),
                            line.year("year"),
                            start,
                            end,
                            line.date("testWindowDate", false));
                },
                Calendar::key);
    }

    public Read<T> read(String csv) {
        List<Error> errors = new ArrayList<>();
        Map<String, T> entries = new java.util.LinkedHashMap<>();
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .skipEmptyLines(true)
                .ofCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            Map<String, Integer> positions = null;
            for (CsvRecord record : reader) {
                if (positions == null) {
                    positions = positions(record, errors);
                    if (!errors.isEmpty()) {
                        return new Read<>(List.of(), errors);
                    }
                    continue;
                }
                Line line = new Line(record, positions, errors);
                T read = entry.apply(line);
                if (line.isRight() && entries.put(key.apply(read), read) != null) {
                    line.wrong("", "The entry " + key.apply(read) + " stands twice: keep one of the lines.");
                }
                if (errors.size() >= ERRORS_MAX) {
                    break;
                }
            }
            if (positions == null) {
                errors.add(new Error(
                        1,
                        "",
                        "The file is empty: send the header line " + String.join(",", columns)
                                + " and one line for each entry."));
            }
        } catch (CsvParseException | IOException broken) {
            errors.add(new Error(1, "", "The file is not CSV: look for a quote that is not closed."));
        }
        return new Read<>(errors.isEmpty() ? List.copyOf(entries.values()) : List.of(), errors);
    }

    private Map<String, Integer> positions(CsvRecord header, List<Error> errors) {
        Map<String, Integer> positions = new HashMap<>();
        for (int i = 0; i < header.getFieldCount(); i++) {
            positions.put(header.getField(i).trim(), i);
        }
        for (String column : columns) {
            if (!positions.containsKey(column)) {
                errors.add(new Error(
                        header.getStartingLineNumber(),
                        column,
                        "The column is missing: the header line must be " + String.join(",", columns) + "."));
            }
        }
        return positions;
    }

    /** One line of the file while it is read. */
    private static final class Line {
        private final CsvRecord record;
        private final Map<String, Integer> positions;
        private final List<Error> errors;
        private final int errorsBefore;

        Line(CsvRecord record, Map<String, Integer> positions, List<Error> errors) {
            this.record = record;
            this.positions = positions;
            this.errors = errors;
            this.errorsBefore = errors.size();
        }

        boolean isRight() {
            return errors.size() == errorsBefore;
        }

        void wrong(String column, String message) {
            errors.add(new Error(record.getStartingLineNumber(), column, message));
        }

        String text(String column) {
            String value = cell(column);
            if (value.isEmpty()) {
                wrong(column, "The cell is blank: fill it in.");
            }
            return value;
        }

        String number(String column) {
            return matching(column, NUMBER, "1 to 4 digits without leading zeros");
        }

        String calendarNumber(String column) {
            String value = matching(column, CALENDAR_NUMBER, "a whole number of 1 to 3 digits")
                    .replaceFirst("^0+", "");
            if (value.isEmpty() && isRight()) {
                wrong(column, "The value must be over 0.");
            }
            return value;
        }

        int year(String column) {
            String value = matching(column, YEAR, "a year of four digits: 2006-2007 is 2007");
            return isRight() ? Integer.parseInt(value) : 0;
        }

        String grade(String column) {
            String value = text(column);
            if (!value.isEmpty() && !CodeLists.find("grade-level").orElseThrow().contains(value)) {
                wrong(column, "`" + value + "` is no grade: use UE UM UH PK KG P1 or 01 to 12.");
            }
            return value;
        }

        LocalDate date(String column, boolean required) {
            String value = required ? text(column) : cell(column);
            if (value.isEmpty()) {
                return null;
            }
            try {
                return LocalDate.parse(value);
            } catch (DateTimeParseException e) {
                wrong(column, "`" + value + "` is no date: write it like 2007-03-15.");
                return null;
            }
        }

        String known(String column, String value, Predicate<String> isKnown, String what) {
            if (isRight() && !isKnown.test(value)) {
                wrong(column, "There is no " + what + " " + value + " in the registry: load it first.");
            }
            return value;
        }

        private String matching(String column, Pattern pattern, String allowed) {
            String value = text(column);
            if (!value.isEmpty() && !pattern.matcher(value).matches()) {
                wrong(column, "`" + value + "` must be " + allowed + ".");
            }
            return value;
        }

        private String cell(String column) {
            int position = positions.get(column);
            return position < record.getFieldCount() ? record.getField(position).trim() : "";
        }
    }
}
