package gov.mt.opi.aim.reporting.extract;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.Format;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.reporting.report.TableReport;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.StringJoiner;
import java.util.function.UnaryOperator;

/**
 * A district's own records of a school year as the state has them, as an MT1.3 file (spec 2.2 to 2.8). Sent back, it
 * changes nothing.
 *
 * @param district the district
 * @param year school year by its last year
 * @param headerDate the date of the header and of the file name, within the school year: it says whose year the
 *     attendance is
 */
public record StateView(String district, int year, LocalDate headerDate) {

    public static final String DEFINITION =
            "The district's own records of the school year as the state has them now, in"
                    + " the layout of MT1.3: students with any record of that year, who they are now, their enrollments, programs"
                    + " and test-window attendance. Held records and records of other districts are not in it. A Local ID that"
                    + " another district sent last is left blank in SD. Sent back to the state, every line is UNCHANGED.";

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/uuuu");
    private static final DateTimeFormatter IN_NAME = DateTimeFormatter.ofPattern("MMdduuuu");

    /** The view of a year as of a day: dated that day, or the last or first day of the year when it is outside. */
    public static StateView of(String district, int year, LocalDate today) {
        LocalDate first = LocalDate.of(year - 1, 7, 1);
        LocalDate last = LocalDate.of(year, 6, 30);
        LocalDate date = today.isAfter(last) ? last : today.isBefore(first) ? first : today;
        return new StateView(district, year, date);
    }

    public String fileName() {
        return district + "_" + IN_NAME.format(headerDate) + ".tsv";
    }

    public String header() {
        return "HD\t" + DATE.format(headerDate) + "\t00:00:00\tMT1.3";
    }

    /** SQL of the records of a type; its columns are named like the properties of the layout. */
    public static String query(RecordType type) {
        return TableReport.relation(StateView.class, "state-view-" + type + ".sql");
    }

    /**
     * A line.
     *
     * @param valueOf the value of a property, dates ISO 8601; null or empty for blank
     */
    public static String line(RecordType type, UnaryOperator<String> valueOf) {
        StringJoiner line = new StringJoiner("\t");
        for (Field field : type.layout().fields()) {
            line.add(
                    switch (field.format()) {
                        case RECORD_TYPE -> type.name();
                        case FILLER -> "";
                        default -> text(field.format(), valueOf.apply(field.property()));
                    });
        }
        return line.toString();
    }

    private static String text(Format format, String value) {
        if (value == null || value.isEmpty()) {
            return "";
        }
        return format == Format.DATE ? DATE.format(LocalDate.parse(value)) : value;
    }
}
