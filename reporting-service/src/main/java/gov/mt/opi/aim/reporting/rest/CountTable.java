package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import gov.mt.opi.aim.reporting.suppression.Published;
import gov.mt.opi.aim.reporting.suppression.PublishedTable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts as answers show them: objects with the names of their dimensions, or CSV with a header line. */
final class CountTable {

    static final String STUDENTS = "students";

    private CountTable() {}

    /** The members that live and frozen counts have in common. */
    static Map<String, Object> json(Map<String, Object> head, Slice slice, Published counts, String definition) {
        List<Dimension> dimensions = slice.rowDimensions();
        Map<String, Object> answer = new LinkedHashMap<>(head);
        answer.put("by", slice.by().stream().map(Dimension::key).toList());
        answer.put("total", shown(counts.total()));
        answer.put("rows", new CountRows(dimensions, counts.rows()));
        if (counts.total().equals(Optional.of(0L))) {
            answer.put("note", "The statewide view knows of nobody who is counted here.");
        }
        answer.put("asOf", counts.asOf().orElse(null));
        answer.put("definition", definition);
        return answer;
    }

    /** One line a row; one line with the total when no dimension was asked for. */
    static String csv(Slice slice, Published counts) {
        List<String> header = new ArrayList<>(
                slice.rowDimensions().stream().map(Dimension::key).toList());
        header.add(STUDENTS);
        Csv csv = new Csv(header);
        if (slice.by().isEmpty()) {
            csv.row(List.of(shown(counts.total())));
        }
        for (Published.Row row : counts.rows()) {
            List<Object> cells = new ArrayList<>(row.values());
            cells.add(shown(row.students()));
            csv.row(cells);
        }
        return csv.toString();
    }

    /** The values of a row by the names of their dimensions. */
    static Map<String, Object> named(List<Dimension> dimensions, List<String> values) {
        Map<String, Object> named = new LinkedHashMap<>();
        for (int i = 0; i < dimensions.size(); i++) {
            named.put(dimensions.get(i).key(), values.get(i));
        }
        return named;
    }

    static Object shown(Optional<Long> count) {
        return count.isPresent() ? count.get() : PublishedTable.HIDDEN;
    }
}
