package gov.mt.opi.aim.generator;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A child and its year: who it is, where it was enrolled, which programs it took part in, and whether it was there on the
 * day of the test. Everything follows from the seed and the number of the child.
 */
final class Child {

    static final int YEAR = 2007;
    static final LocalDate FIRST_DAY = LocalDate.of(2006, 8, 28);
    static final LocalDate TEST_DAY = LocalDate.of(2007, 3, 13);
    private static final int FIRST_STATE_ID = 200_000_000;
    private static final String[] DROPOUT_STATUS = {"300", "310", "320", "330", "340"};

    /**
     * An enrollment; an empty end status is no end.
     *
     * @param last last day enrolled, null for none
     */
    record Enrollment(
            String district,
            String school,
            String type,
            LocalDate first,
            String startStatus,
            LocalDate last,
            String endStatus,
            String dropoutReason,
            String grade) {

        boolean covers(LocalDate day) {
            return !first.isAfter(day) && (last == null || !last.isBefore(day));
        }
    }

    final int number;
    final String stateId;
    final boolean girl;
    final String race;
    final LocalDate birthDate;
    final int gradeYears;
    String firstName;
    String lastName;
    /** What it was called before, within the same file; empty for most. */
    String formerLastName = "";

    final List<Enrollment> enrollments = new ArrayList<>();
    String lunch;
    boolean specialEducation;
    boolean section504;
    boolean titleI;
    boolean homeless;
    boolean learner;
    boolean immigrant;
    String absent;
    String hours;

    /** The child at a place among the children of a plan, from 0. */
    Child(int place, Plan plan, Districts districts) {
        int number = plan.first() + place;
        Dice dice = new Dice(plan.seed(), number, 0);
        this.number = number;
        stateId = String.valueOf(FIRST_STATE_ID + number);
        girl = dice.chance(0.487);
        double origin = dice.part();
        race = origin < 0.11
                ? "01"
                : origin < 0.12 ? "02" : origin < 0.145 ? "03" : origin < 0.155 ? "04" : origin < 0.997 ? "05" : "06";
        gradeYears = dice.below(13);
        birthDate = LocalDate.of(2001 - gradeYears, 1, 1).plusDays(dice.below(250));
        firstName = Names.first(dice, girl);
        lastName = Names.last(dice);
        if (dice.chance(0.004)) {
            formerLastName = Names.last(dice);
        }
        double meals = dice.part();
        lunch = meals < 0.25 ? "F" : meals < 0.36 ? "R" : "N";
        specialEducation = dice.chance(0.12);
        section504 = !specialEducation && dice.chance(0.03);
        titleI = dice.chance(0.2);
        homeless = dice.chance(0.01);
        learner = dice.chance(0.045);
        immigrant = dice.chance(0.005);
        absent = dice.chance(0.92) ? "0.000" : dice.oneOf("1.000", "0.500", "0.333", "0.167");
        hours = dice.chance(0.95) ? "F" : dice.oneOf("N", "Q", "H", "T");
        live(dice, districts, districts.home(place));
        for (int wave = 2; wave <= plan.wave(); wave++) {
            change(new Dice(plan.seed(), number, wave), plan.changed());
        }
    }

    private void live(Dice dice, Districts districts, District home) {
        String school = home.school(gradeYears, number).number();
        double fate = dice.part();
        if (fate < 0.04 && districts.all().size() > 1) {
            District other = districts.other(home, dice);
            LocalDate left = midYear(dice);
            stay(home.number(), school, FIRST_DAY, "02", left, "140");
            stay(
                    other.number(),
                    other.school(gradeYears, number).number(),
                    left.plusDays(1 + dice.below(10)),
                    "04",
                    null,
                    "");
        } else if (fate < 0.09) {
            LocalDate left = midYear(dice);
            stay(home.number(), school, FIRST_DAY, "02", left, "180");
            stay(home.number(), school, left.plusDays(5 + dice.below(40)), "03", null, "");
        } else if (fate < 0.105) {
            stay(home.number(), school, FIRST_DAY, "02", midYear(dice), "180");
        } else if (fate < 0.115 && gradeYears >= 9) {
            LocalDate left = midYear(dice);
            enrollments.add(new Enrollment(
                    home.number(), school, "P", FIRST_DAY, "02", left, dice.oneOf(DROPOUT_STATUS), "04", grade()));
        } else if (fate < 0.135) {
            stay(home.number(), school, LocalDate.of(2007, 1, 8).plusDays(dice.below(80)), "06", null, "");
        } else if (fate < 0.14) {
            specialEducation = true;
            section504 = false;
            enrollments.add(new Enrollment(home.number(), school, "N", FIRST_DAY, "02", null, "", "", grade()));
        } else {
            stay(home.number(), school, FIRST_DAY, "02", null, "");
            if (dice.chance(0.05) && districts.all().size() > 1) {
                District other = districts.other(home, dice);
                enrollments.add(new Enrollment(
                        other.number(),
                        other.school(gradeYears, number).number(),
                        "S",
                        LocalDate.of(2006, 9, 5),
                        "01",
                        null,
                        "",
                        "",
                        grade()));
            }
        }
    }

    /** What is not the same any more in the next wave. */
    private void change(Dice dice, double part) {
        if (!dice.chance(part)) {
            return;
        }
        switch (dice.below(4)) {
            case 0 -> lunch = lunch.equals("F") ? "N" : "F";
            case 1 -> lastName = Names.last(dice);
            case 2 -> absent = absent.equals("0.000") ? "1.000" : "0.000";
            default -> leaves();
        }
    }

    /** The last open Primary enrollment ends after the test. */
    private void leaves() {
        int last = enrollments.size() - 1;
        Enrollment open = enrollments.get(last);
        if (open.last() == null && open.type().equals("P")) {
            enrollments.set(
                    last,
                    new Enrollment(
                            open.district(),
                            open.school(),
                            "P",
                            open.first(),
                            open.startStatus(),
                            LocalDate.of(2007, 3, 30),
                            "180",
                            "",
                            open.grade()));
        } else {
            lunch = lunch.equals("F") ? "N" : "F";
        }
    }

    private void stay(
            String district, String school, LocalDate first, String startStatus, LocalDate last, String endStatus) {
        enrollments.add(new Enrollment(district, school, "P", first, startStatus, last, endStatus, "", grade()));
    }

    private static LocalDate midYear(Dice dice) {
        return FIRST_DAY.plusDays(20 + dice.below(150));
    }

    String grade() {
        return gradeYears == 0 ? "KG" : String.format("%02d", gradeYears);
    }
}
