package gov.mt.opi.aim.reporting.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/**
 * A report of a school year that adds up the rows of a relation. Its folder has this declaration, the relation as an SQL
 * file, and nothing else: grouping, filters, totals, lists and formats are the same for all.
 *
 * @param about what it is
 * @param relation rows with a column for each of its dimensions, as SQL; it may use the parameters {@code year}, {@code
 *     first_day} and {@code last_day} (1 October to 30 September) and the calendars of the year
 * @param dimensions what it can be counted by
 * @param measures what it says of each group
 * @param listCondition the rows that are listed student by student, as SQL
 * @param listColumns columns of the list: the name in answers by the column of the relation, in order
 */
public record TableReport(
        Report about,
        String relation,
        List<Dimension> dimensions,
        List<Measure> measures,
        String listCondition,
        Map<String, String> listColumns) {

    /**
     * The SQL file beside a class.
     *
     * @throws IllegalStateException when it is not there
     */
    public static String relation(Class<?> beside, String file) {
        try (InputStream sql = beside.getResourceAsStream(file)) {
            if (sql == null) {
                throw new IllegalStateException("no " + file + " beside " + beside.getSimpleName());
            }
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> keys(List<Dimension> dimensions) {
        return dimensions.stream().map(Dimension::key).toList();
    }
}
