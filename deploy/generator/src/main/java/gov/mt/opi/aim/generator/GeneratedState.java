package gov.mt.opi.aim.generator;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;

/** A made-up state, as its registry and one file for each district. */
public final class GeneratedState {

    private static final LocalDate FIRST_WAVE = LocalDate.of(2007, 4, 2);

    private final Plan plan;
    private final Districts districts;

    public GeneratedState(Plan plan) {
        this.plan = plan;
        this.districts = new Districts(plan);
    }

    /** The registry as the state-store takes it: {@code districts}, {@code schools} and {@code calendars}, as CSV. */
    public Map<String, String> registry() {
        StringJoiner all = new StringJoiner("\n", "districtNumber,name\n", "\n");
        StringJoiner schools =
                new StringJoiner("\n", "districtNumber,schoolNumber,name,lowGrade,highGrade,openedOn,closedOn\n", "\n");
        StringJoiner calendars = new StringJoiner(
                "\n", "districtNumber,schoolNumber,calendarNumber,year,startDate,endDate,testWindowDate\n", "\n");
        for (District district : districts.all()) {
            all.add(district.number() + ",Made-up District " + district.number());
            for (District.School school : district.schools()) {
                schools.add(district.number() + "," + school.number() + ",Made-up School " + school.number() + ","
                        + grade(school.lowest()) + "," + grade(school.highest()) + ",1990-07-01,");
                calendars.add(district.number() + "," + school.number() + ",101," + Child.YEAR + "," + Child.FIRST_DAY
                        + ",2007-06-08," + Child.TEST_DAY);
            }
        }
        Map<String, String> registry = new LinkedHashMap<>();
        registry.put("districts", all.toString());
        registry.put("schools", schools.toString());
        registry.put("calendars", calendars.toString());
        return registry;
    }

    /** The files by name, in the order of the districts; a district without students sends none. */
    public Map<String, String> files() {
        Map<String, StringBuilder> byDistrict = new LinkedHashMap<>();
        districts.all().forEach(district -> byDistrict.put(district.number(), new StringBuilder()));
        for (int place = 0; place < plan.students(); place++) {
            send(
                    place,
                    (district, right, sent) ->
                            byDistrict.get(district).append(sent).append('\n'));
        }
        Map<String, String> files = new LinkedHashMap<>();
        byDistrict.forEach((district, lines) -> {
            if (!lines.isEmpty()) {
                files.put(fileName(district), Lines.header(headerDate()) + "\n" + lines);
            }
        });
        return files;
    }

    String fileName(String district) {
        return district + "_" + Lines.date(headerDate()).replace("/", "") + ".tsv";
    }

    private LocalDate headerDate() {
        return FIRST_WAVE.plusWeeks(plan.wave() - 1L);
    }

    /** Takes the lines that districts send about a child, as they should be and as they are. */
    interface Sink {
        void line(String district, String right, String sent);
    }

    /** The lines about the child at a place, in the order in which they stand in the files. */
    void send(int place, Sink sink) {
        Child child = new Child(place, plan, districts);
        Set<String> enrolledIn = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        Dice dice = new Dice(plan.seed(), child.number, 1000 + plan.wave());
        for (Child.Enrollment enrollment : child.enrollments) {
            String district = enrollment.district();
            if (enrolledIn.add(district)) {
                if (!child.formerLastName.isEmpty()) {
                    line(district, Lines.demographics(child, district, child.formerLastName), dice, sink);
                }
                line(district, Lines.demographics(child, district, child.lastName), dice, sink);
            }
            line(district, Lines.enrollment(child, enrollment), dice, sink);
            if (places.add(district + "/" + enrollment.school())) {
                line(district, Lines.programs(child, district, enrollment.school()), dice, sink);
            }
            if (enrollment.type().equals("P") && enrollment.covers(Child.TEST_DAY)) {
                line(district, Lines.attendance(child, district, enrollment.school()), dice, sink);
            }
        }
    }

    /** A line, or what a careless export makes of it. */
    private void line(String district, String line, Dice dice, Sink sink) {
        boolean wrong = plan.defects() > 0 && dice.chance(plan.defects());
        sink.line(district, line, wrong ? spoiled(line, dice) : line);
    }

    private static String spoiled(String line, Dice dice) {
        if (line.startsWith("SD")) {
            return Lines.withOtherRace(line, "99");
        }
        return switch (dice.below(3)) {
            case 0 -> line.substring(0, line.lastIndexOf('\t'));
            case 1 -> line + "\tX\tX";
            default -> line.replaceFirst("\t[0-9]{1,4}\t", "\tXX\t");
        };
    }

    private static String grade(int years) {
        return years < 0 ? "PK" : years == 0 ? "KG" : String.format("%02d", years);
    }
}
