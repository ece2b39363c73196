package gov.mt.opi.aim.statestore.student;

import gov.mt.opi.aim.contracts.event.RecordAccepted;
import java.time.LocalDate;

/**
 * Who a child is, as a district wrote it, with the normal forms by which children are compared. Blank is empty.
 *
 * @param lastName last name as written
 * @param firstName first name as written
 * @param middleName middle name as written
 * @param suffix suffix as written
 * @param gender M or F
 * @param birthDate date of birth
 * @param raceEthnicity code of appendix E; no part of the identity
 * @param normalLast last name in normal form
 * @param normalFirst first name in normal form
 * @param normalMiddle middle name in normal form
 * @param normalSuffix suffix in normal form, also when it stood in the last name
 */
public record Demographics(
        String lastName,
        String firstName,
        String middleName,
        String suffix,
        String gender,
        LocalDate birthDate,
        String raceEthnicity,
        String normalLast,
        String normalFirst,
        String normalMiddle,
        String normalSuffix) {

    /** Demographics as written; null stands for blank. */
    public static Demographics of(
            String lastName,
            String firstName,
            String middleName,
            String suffix,
            String gender,
            LocalDate birthDate,
            String raceEthnicity) {
        String middle = middleName == null ? "" : middleName;
        String written = suffix == null ? "" : suffix;
        return new Demographics(
                lastName,
                firstName,
                middle,
                written,
                gender,
                birthDate,
                raceEthnicity,
                NormalForm.lastName(lastName),
                NormalForm.name(firstName),
                NormalForm.middleName(middle),
                written.isEmpty() ? NormalForm.suffixOfLastName(lastName) : NormalForm.name(written));
    }

    /** Who the child of an SD record is. */
    public static Demographics of(RecordAccepted record) {
        return of(
                record.text("lastName"),
                record.text("firstName"),
                record.text("middleName"),
                record.text("suffix"),
                record.text("gender"),
                LocalDate.parse(record.text("birthDate")),
                record.text("raceEthnicity"));
    }

    /** A last name as it is compared. */
    public static String normalLastName(String written) {
        return NormalForm.lastName(written);
    }

    /** Soundex code of a last name as it is compared; empty for a name without latin letters. */
    public static String soundOf(String normalLastName) {
        return NormalForm.sound(normalLastName);
    }

    /** Soundex code of the last name, by which misspelt names are found. */
    public String lastSound() {
        return soundOf(normalLast);
    }

    /** True when last name, first name, gender and birth date are the same in normal form. */
    public boolean looksLike(Demographics other) {
        return normalLast.equals(other.normalLast)
                && normalFirst.equals(other.normalFirst)
                && gender.equals(other.gender)
                && birthDate.equals(other.birthDate);
    }

    /** True when name, suffix, gender and birth date are written the same. */
    boolean sameIdentity(Demographics other) {
        return lastName.equals(other.lastName)
                && firstName.equals(other.firstName)
                && middleName.equals(other.middleName)
                && suffix.equals(other.suffix)
                && gender.equals(other.gender)
                && birthDate.equals(other.birthDate);
    }
}
