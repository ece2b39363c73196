package gov.mt.opi.aim.validation.benchmark;

import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.validation.JudgedFile;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A file without a fault: for each student a record of every type, and for every seventh a second enrollment. */
public final class CleanFile {

    private static final String[] LAST = {"Doe", "Two Bulls", "O'Neil", "Peterson", "Little Light", "García", "Berg"};
    private static final String[] FIRST = {"Jane", "Al", "Mary Ann", "Joseph", "Ana", "Lee", "Wyatt", "Emma", "Ole"};
    private static final String[] GRADES = {"KG", "01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"
    };

    private CleanFile() {}

    /** Lines of so many records of district 63, in a file of 03/15/2007. */
    public static List<String> lines(int records) {
        List<String> lines = new ArrayList<>(records + 5);
        for (int student = 0; lines.size() < records; student++) {
            addStudent(lines, student);
        }
        return lines.subList(0, records);
    }

    /** The events of such a file. */
    public static List<RecordSubmitted> submitted(int records) {
        SortedMap<Integer, String> numbered = new TreeMap<>();
        for (String line : lines(records)) {
            numbered.put(numbered.size() + 2, line);
        }
        return JudgedFile.submitted("63", LocalDate.of(2007, 3, 15), numbered);
    }

    private static void addStudent(List<String> lines, int student) {
        String stateId = String.valueOf(200_000_000 + (student * 7919L) % 700_000_000L);
        String localId = String.valueOf(10_000 + student);
        String last = LAST[student % LAST.length] + (char) ('a' + student / 7 % 26) + (char) ('a' + student / 182 % 26);
        String first = FIRST[student % FIRST.length];
        String school = student % 2 == 0 ? "733" : "734";
        String grade = GRADES[student % GRADES.length];
        String birth = "%02d/%02d/%d".formatted(1 + student % 12, 1 + student / 12 % 28, 1989 + student % 11);
        lines.add(tabs("SD", "63", stateId, localId, last, first, "Q", "", student % 3 == 0 ? "F" : "M", birth)
                + "\t\t05\t\t\t");
        if (student % 7 == 0) {
            lines.add(tabs("EN", "63", school, "101", "2007", stateId, localId, "P", "08/28/2006", "02", "11/17/2006")
                    + tabs("\t180", "", grade));
            lines.add(tabs("EN", "63", school, "101", "2007", stateId, localId, "P", "01/08/2007", "03", "", "", "")
                    + "\t" + grade);
        } else {
            lines.add(tabs("EN", "63", school, "101", "2007", stateId, localId, "P", "08/28/2006", "02", "", "", "")
                    + "\t" + grade);
        }
        lines.add(tabs("PP", "63", school, "101", last, first, stateId, localId, "R", "N", "N", "Y", "TAS", "Y", "Y")
                + tabs("\tN", "N", "N", "N", "N", "N", "N", "N", "Y", "N", "N", "N", "", "N", "", "33", "01")
                + tabs("\t10/05/2005", "N", "N", "", "2007"));
        lines.add(tabs("AT", "63", school, "101", stateId, last, first, "0.333", "F"));
    }

    private static String tabs(String... values) {
        return String.join("\t", values);
    }
}
