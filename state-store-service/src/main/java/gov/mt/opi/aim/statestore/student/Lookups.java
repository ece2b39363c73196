package gov.mt.opi.aim.statestore.student;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * By what students are found whom a child may be; nobody else is a candidate. The same look-ups are asked of the database,
 * by its indexes, and of the students of a batch, so that it makes no difference in which batch a child comes.
 *
 * <p>Birth date (day and month swapped too) with the first name; birth date with both initials; both names with month and
 * day of birth; sound of the last name with the first initial and the year of birth. Of people with the same names the rest
 * could never come near. A first name that starts with another letter, because it is a
 * nickname or the middle name, is looked up by the sound of the last name and the birth date.
 */
public final class Lookups {

    private Lookups() {}

    /** Keys under which a known identity is found. */
    static List<String> keysOf(Demographics known) {
        LocalDate date = known.birthDate();
        return List.of(
                dateAndFirst(date, known.normalFirst()),
                dateAndInitials(date, known),
                names(known),
                soundAndYear(known.lastSound(), initial(known.normalFirst()), date),
                soundAndDate(known.lastSound(), initial(known.normalFirst()), date));
    }

    /** Keys under which the students are found whom a child may be. */
    static List<String> keysFor(Demographics child) {
        List<String> keys = new ArrayList<>(12);
        String sound = child.lastSound();
        keys.add(names(child));
        if (!sound.isEmpty()) {
            keys.add(soundAndYear(sound, initial(child.normalFirst()), child.birthDate()));
        }
        for (LocalDate date : dates(child)) {
            keys.add(dateAndFirst(date, child.normalFirst()));
            keys.add(dateAndInitials(date, child));
            if (!sound.isEmpty()) {
                otherInitials(child).forEach(letter -> keys.add(soundAndDate(sound, letter, date)));
            }
        }
        return keys;
    }

    /** The birth date, and with day and month swapped. */
    public static List<LocalDate> dates(Demographics child) {
        List<LocalDate> dates = new ArrayList<>(2);
        dates.add(child.birthDate());
        BirthDates.swapped(child.birthDate()).ifPresent(dates::add);
        return dates;
    }

    /** Initials of the names that the child may go by, without that of its first name. */
    public static Set<String> otherInitials(Demographics child) {
        Set<String> initials = new TreeSet<>();
        Nicknames.of(child.normalFirst()).forEach(name -> initials.add(initial(name)));
        if (!child.normalMiddle().isEmpty()) {
            initials.add(initial(child.normalMiddle()));
        }
        initials.remove(initial(child.normalFirst()));
        return initials;
    }

    /** The first letter; empty when there is none. */
    public static String initial(String name) {
        return name.isEmpty() ? "" : name.substring(0, Character.charCount(name.codePointAt(0)));
    }

    private static String dateAndFirst(LocalDate date, String first) {
        return "D\t" + date + "\t" + first;
    }

    private static String dateAndInitials(LocalDate date, Demographics name) {
        return "I\t" + date + "\t" + initial(name.normalFirst()) + "\t" + initial(name.normalLast());
    }

    private static String names(Demographics name) {
        MonthDay day = MonthDay.from(name.birthDate());
        return "N\t" + name.normalLast() + "\t" + name.normalFirst() + "\t" + day;
    }

    private static String soundAndYear(String sound, String initial, LocalDate date) {
        return "Y\t" + sound + "\t" + initial + "\t" + date.getYear();
    }

    private static String soundAndDate(String sound, String initial, LocalDate date) {
        return "S\t" + sound + "\t" + initial + "\t" + date;
    }
}
