package gov.mt.opi.aim.endtoend;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Counts the lines of files the plain way: everything in memory, one student after the other, no code of the product. What
 * the state counts must equal it.
 */
final class SlowCount {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("MM/dd/yyyy");
    private static final Set<String> DROPOUT = Set.of("300", "310", "320", "330", "340");
    private static final Set<String> UPPER_GRADES = Set.of("07", "08", "09", "10", "11", "12", "UM", "UH");

    private record Enrollment(
            String student,
            String district,
            String school,
            String type,
            LocalDate first,
            LocalDate last,
            String end,
            String grade) {

        boolean covers(LocalDate day) {
            return !first.isAfter(day) && !last.isBefore(day);
        }
    }

    /** Gender and race by student. */
    private final Map<String, String[]> students = new HashMap<>();

    private final List<Enrollment> enrollments = new ArrayList<>();
    /** Cells of the program record by student, district and school. */
    private final Map<String, String[]> programs = new HashMap<>();

    SlowCount(Collection<String> files) {
        files.forEach(file -> file.lines().skip(1).forEach(this::read));
    }

    private void read(String line) {
        String[] cells = line.split("\t", -1);
        switch (cells[0]) {
            case "SD" -> students.put(cells[2], new String[] {cells[8], cells[11]});
            case "EN" ->
                enrollments.add(new Enrollment(
                        cells[5],
                        cells[1],
                        cells[2],
                        cells[7],
                        LocalDate.parse(cells[8], DATE),
                        cells[10].isEmpty() ? LocalDate.MAX : LocalDate.parse(cells[10], DATE),
                        cells[11],
                        cells[13]));
            case "PP" -> programs.put(cells[6] + "/" + cells[1] + "/" + cells[2], cells);
            default -> {
                // Attendance is not counted here.
            }
        }
    }

    /** Members of a day by the values of some dimensions, joined by commas. */
    Map<String, Long> membership(LocalDate day, List<String> by) {
        Map<String, Long> rows = new TreeMap<>();
        for (Enrollment enrollment : enrollments) {
            if (enrollment.type.equals("P") && enrollment.covers(day)) {
                String row = String.join(
                        ",",
                        by.stream()
                                .map(dimension -> value(dimension, enrollment))
                                .toList());
                rows.merge(row, 1L, Long::sum);
            }
        }
        return rows;
    }

    /** Dropouts of a year by district. */
    Map<String, Long> dropouts(int year) {
        LocalDate from = LocalDate.of(year - 1, 10, 1);
        LocalDate to = LocalDate.of(year, 9, 30);
        Map<String, Long> rows = new TreeMap<>();
        for (Enrollment left : enrollments) {
            boolean counts = left.type.equals("P")
                    && DROPOUT.contains(left.end)
                    && UPPER_GRADES.contains(left.grade)
                    && !left.last.isBefore(from)
                    && !left.last.isAfter(to)
                    && enrollments.stream()
                            .filter(other -> other.student.equals(left.student))
                            .noneMatch(other -> other.first.isAfter(left.last) && !other.first.isAfter(to));
            if (counts) {
                rows.merge(left.district, 1L, Long::sum);
            }
        }
        return rows;
    }

    private String value(String dimension, Enrollment enrollment) {
        String[] student = students.get(enrollment.student);
        String[] program = programs.get(enrollment.student + "/" + enrollment.district + "/" + enrollment.school);
        return switch (dimension) {
            case "district" -> enrollment.district;
            case "school" -> enrollment.school;
            case "grade" -> enrollment.grade;
            case "gender" -> student[0];
            case "raceEthnicity" -> student[1];
            case "lunch" -> program == null ? "N" : program[8];
            case "sped" -> program == null ? "N" : program[9];
            case "section504" -> program == null ? "N" : program[10];
            case "titleI" -> program == null ? "N" : program[11];
            case "homeless" -> program == null ? "N" : program[25];
            case "lepStatus" -> program == null ? "" : program[31];
            case "immigrant" -> program == null ? "N" : program[34];
            default -> throw new IllegalArgumentException(dimension);
        };
    }
}
