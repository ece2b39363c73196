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
        LocalDate header = FIRST_WAVE.plusWeeks(plan.wave() - 1L);
        Map<String, StringBuilder> byDistrict = new LinkedHashMap<>();
        districts.all().forEach(district -> byDistrict.put(district.number(), new StringBuilder()));
        for (int number = 0; number < plan.students(); number++) {
            write(new Child(number, plan, districts), byDistrict);
        }
        Map<String, String> files = new LinkedHashMap<>();
        byDistrict.forEach((district, lines) -> {
            if (!lines.isEmpty()) {
                files.put(
                        district + "_" + Lines.date(header).replace("/", "") + ".tsv",
                        Lines.header(header) + "\n" + lines);
            }
        });
        return files;
    }

    private void write(Child child, Map<String, StringBuilder> files) {
        Set<String> enrolledIn = new LinkedHashSet<>();
        Set<String> places = new LinkedHashSet<>();
        Dice dice = new Dice(plan.seed(), child.number, 1000 + plan.wave());
        for (Child.Enrollment enrollment : child.enrollments) {
            String district = enrollment.district();
            StringBuilder file = files.get(district);
            if (enrolledIn.add(district)) {
                if (!child.formerLastName.isEmpty()) {
                    line(file, Lines.demographics(child, district, child.formerLastName), dice);
                }
                line(file, Lines.demographics(child, district, child.lastName), dice);
            }
            line(file, Lines.enrollment(child, enrollment), dice);
            if (places.add(district + "/" + enrollment.school())) {
                line(file, Lines.programs(child, district, enrollment.school()), dice);
            }
            if (enrollment.type().equals("P") && enrollment.covers(Child.TEST_DAY)) {
                line(file, Lines.attendance(child, district, enrollment.school()), dice);
            }
        }
    }

    /** A line, or what a careless export makes of it. */
    private void line(StringBuilder file, String line, Dice dice) {
        boolean wrong = plan.defects() > 0 && dice.chance(plan.defects());
        file.append(wrong ? spoiled(line, dice) : line).append('\n');
    }

    private static String spoiled(String line, Dice dice) {
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
