package gov.mt.opi.aim.validation.cross.file;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.cross.CrossFindings;
import gov.mt.opi.aim.validation.cross.CrossRule;
import gov.mt.opi.aim.validation.cross.FileRecords;
import gov.mt.opi.aim.validation.cross.Gist;
import gov.mt.opi.aim.validation.cross.Originals;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * XF-013: a calendar of a school is of one school year. Told are the records of the years that fewer records have; if the
 * years have equally many, all of them.
 */
final class OneYearOfACalendar implements CrossRule {

    private static final Rule RULE = RuleCatalogue.get("XF-013");
    private static final Field YEAR_OF_EN = RecordType.EN.layout().field("year");
    private static final Field YEAR_OF_PP = RecordType.PP.layout().field("year");
    /** A calendar number has three digits. */
    private static final int CALENDARS = 1000;
    /** A year has four. */
    private static final long YEARS = 10_000;

    @Override
    public String ruleId() {
        return RULE.id();
    }

    @Override
    public void judge(FileRecords records, Originals originals, CrossFindings found) {
        Map<Integer, Years> calendars = calendars(records);
        if (calendars.values().stream().allMatch(Years::isOne)) {
            return;
        }
        records.enrollments().forEach(record -> calendars
                .get(calendar(record.school(), record.calendar()))
                .tell(record, YEAR_OF_EN, record.year(), found));
        records.participations().forEach(record -> calendars
                .get(calendar(record.school(), record.calendar()))
                .tell(record, YEAR_OF_PP, record.year(), found));
    }

    private static Map<Integer, Years> calendars(FileRecords records) {
        Map<Long, int[]> counts = new HashMap<>();
        for (Gist.Enrollment record : records.enrollments()) {
            count(counts, calendar(record.school(), record.calendar()), record.year());
        }
        for (Gist.Participation record : records.participations()) {
            count(counts, calendar(record.school(), record.calendar()), record.year());
        }
        Map<Integer, Years> calendars = new HashMap<>();
        counts.forEach((key, count) ->
                calendars.computeIfAbsent((int) (key / YEARS), Years::new).add((int) (key % YEARS), count[0]));
        return calendars;
    }

    private static void count(Map<Long, int[]> counts, int calendar, int year) {
        counts.computeIfAbsent(calendar * YEARS + year, first -> new int[1])[0]++;
    }

    private static int calendar(int school, int calendar) {
        return school * CALENDARS + calendar;
    }

    /** The years of one calendar. */
    private static final class Years {
        private final int calendar;
        private final Map<Integer, Integer> records = new TreeMap<>();
        private String words;

        Years(int calendar) {
            this.calendar = calendar;
        }

        void add(int year, int count) {
            records.put(year, count);
        }

        boolean isOne() {
            return records.size() == 1;
        }

        void tell(Gist record, Field field, int year, CrossFindings found) {
            if (!isOne() && !isUsual(year)) {
                found.aboutField(record, RULE, field, String.valueOf(year), words());
            }
        }

        /** A year that more records have than any other. */
        private boolean isUsual(int year) {
            int own = records.get(year);
            return records.entrySet().stream().allMatch(other -> other.getKey() == year || other.getValue() < own);
        }

        private String words() {
            if (words == null) {
                String name = calendar % CALENDARS + " of school " + calendar / CALENDARS;
                words = records.keySet().stream()
                        .map(String::valueOf)
                        .collect(Collectors.joining(" and ", name + " for the years ", ""));
            }
            return words;
        }
    }
}
