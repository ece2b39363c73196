package gov.mt.opi.aim.validation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Lines of a few students with everything that rules across records look for, and mistakes among them. */
public final class RandomFile {

    private static final String[] STATE_IDS = {"200000001", "200000002", "200000003", "200000004", ""};
    private static final String[] LOCAL_IDS = {"1001", "1002", "01002", "1003", "A 4", ""};
    private static final String[] LAST_NAMES = {"Doe", "DOE", "Two Bulls", "Ray"};
    private static final String[] FIRST_NAMES = {"Jane", "José", "Jose"};
    private static final String[] BIRTH_DATES = {"05/14/1995", "03/04/1996", "05/14/2001"};
    private static final String[] SCHOOLS = {"733", "734", "736", "737"};
    private static final String[] CALENDARS = {"101", "101", "101", "7", "007"};
    private static final String[] YEARS = {"2007", "2007", "2007", "2008"};
    private static final String[] STARTS = {"08/28/2006", "10/02/2006", "01/08/2007", "08/28/2007"};
    private static final String[] ENDS = {"09/29/2006", "12/15/2006", "06/08/2007"};
    private static final String[] END_STATUS = {"100", "120", "130", "140", "200", "240", "300", "340"};
    private static final String[] WRONG = {
        "", "X", "0", "99", " ", "NULL", "5/14/1995", "9", "\"1\"", "Pe\ufffda", "a\u0007b"
    };

    private final Random random;

    private RandomFile(Random random) {
        this.random = random;
    }

    /** Up to so many lines, some of them several times. */
    public static List<String> lines(Random random, int max) {
        RandomFile file = new RandomFile(random);
        List<String> lines = new ArrayList<>();
        int count = 1 + random.nextInt(max);
        while (lines.size() < count) {
            String line = file.line();
            lines.addAll(Collections.nCopies(random.nextInt(6) == 0 ? 2 : 1, line));
        }
        Collections.shuffle(lines, random);
        return lines;
    }

    private String line() {
        String[] values = record().split("\t", -1);
        if (random.nextInt(7) == 0) {
            values[1 + random.nextInt(values.length - 1)] = one(WRONG);
        }
        String line = String.join("\t", values);
        return random.nextInt(40) == 0 ? line.substring(0, random.nextInt(line.length())) : line;
    }

    private String record() {
        return switch (random.nextInt(5)) {
            case 0 ->
                tabs("SD", "63", one(STATE_IDS), one(LOCAL_IDS), one(LAST_NAMES), one(FIRST_NAMES), one("Q", ""))
                        + tabs("\t" + one("Jr", "", ""), one("F", "M", "F"), one(BIRTH_DATES), "", "05", "", "", "");
            case 1, 2 -> enrollment();
            case 3 ->
                tabs("PP", "63", one(SCHOOLS), one(CALENDARS), "", "", one(STATE_IDS), one(LOCAL_IDS)) + "\t"
                        + one("F", "N", "") + "\t".repeat(28) + one(YEARS);
            default ->
                tabs(
                        "AT",
                        "63",
                        one(SCHOOLS),
                        one(CALENDARS),
                        one(STATE_IDS),
                        "Doe",
                        "Jane",
                        one("0", "1.0", "1"),
                        "F");
        };
    }

    private String enrollment() {
        boolean ended = random.nextInt(3) > 0;
        String status = ended ? one(END_STATUS) : "";
        return tabs("EN", "63", one(SCHOOLS), one(CALENDARS), one(YEARS), one(STATE_IDS), one(LOCAL_IDS))
                + tabs("\t" + one("P", "P", "S", ""), one(STARTS), one("01", "02", "03", "05"))
                + tabs(
                        "\t" + (ended ? one(ENDS) : ""),
                        status,
                        status.startsWith("3") ? "04" : "",
                        one("06", "10", "PK"));
    }

    private String one(String... values) {
        return values[random.nextInt(values.length)];
    }

    private static String tabs(String... values) {
        return String.join("\t", values);
    }
}
