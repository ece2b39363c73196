package gov.mt.opi.aim.statestore.student;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.statestore.Records;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    private final Roster roster = Roster.empty();
    private final Student jane = known("123456789", "63", "10045", "Doe", "Jane", "Quinn", "F", "1995-05-14");

    private Student known(
            String stateId,
            String district,
            String localId,
            String last,
            String first,
            String middle,
            String gender,
            String birthDate) {
        Demographics demographics =
                Demographics.of(last, first, middle, null, gender, LocalDate.parse(birthDate), "05");
        Student student = new Student(
                UUID.randomUUID(),
                stateId,
                district,
                demographics,
                List.of(demographics),
                Set.of(LocalId.of(district, localId)),
                Set.of(),
                new SourceVersion(LocalDateTime.of(2007, 3, 1, 8, 0), 1, 2, UUID.randomUUID()),
                1);
        roster.put(student);
        return student;
    }

    private Match match(
            String district, String stateId, String localId, String last, String first, String gender, String birth) {
        return Matching.match(
                Child.of(Records.file(district, 15)
                        .sd(stateId, localId, last, first, gender, birth)
                        .all()
                        .get(0)),
                roster);
    }

    @ParameterizedTest(name = "{0} is compared as {1}")
    @CsvSource({
        "O'Neil-Two Bulls, ONEILTWOBULLS",
        "Peña, PENA",
        "de la Cruz, DELACRUZ",
        "St. John, STJOHN",
        "Doe Jr, DOE",
        "Doe III, DOE"
    })
    void namesAreComparedWithoutAccentsCaseAndPunctuation(String written, String normal) {
        assertThat(NormalForm.lastName(written)).isEqualTo(normal);
    }

    @ParameterizedTest(name = "local ID {0} is compared as {1}")
    @CsvSource({"0010045, 10045", "10 045, 10045", "000, 0", "a-7, A-7"})
    void localIdsAreComparedWithoutZerosAndBlanks(String written, String normal) {
        assertThat(NormalForm.localId(written)).isEqualTo(normal);
    }

    @ParameterizedTest(name = "{0} and {1}: near is {2}")
    @CsvSource({
        "1995-05-04, 1995-04-05, true",
        "1995-05-14, 1996-05-14, true",
        "1995-05-14, 1995-06-14, true",
        "1995-05-14, 1995-05-15, true",
        "1995-05-14, 1995-06-15, false",
        "1995-05-14, 1995-05-14, false"
    })
    void aBirthDateIsNearWhenOnePartDiffersOrDayAndMonthAreSwapped(LocalDate one, LocalDate two, boolean near) {
        assertThat(Confirmation.near(one, two)).isEqualTo(near);
    }

    @Test
    void aGivenStateIdIsConfirmedByThreeOfFour() {
        assertThat(match("64", "123456789", "7", "Smith", "Jane", "F", "1995-05-14"))
                .isEqualTo(new Match.Known(jane, IdentityOutcome.CONFIRMED));
    }

    @Test
    void aGivenStateIdOfAnotherPersonIsRefused() {
        assertThat(match("64", "123456789", "7", "Ray", "Al", "M", "1998-01-02"))
                .isEqualTo(new Match.Refused("XS-003", "stateId", "123456789"));
    }

    @Test
    void anUnknownStateIdIsRefused() {
        assertThat(match("64", "999999999", "7", "Ray", "Al", "M", "1998-01-02"))
                .isEqualTo(new Match.Refused("XS-001", "stateId", "999999999"));
    }

    @Test
    void aKnownLocalIdFindsTheChildWhateverItsPadding() {
        assertThat(match("63", "", "0010045", "Doe", "Jane", "F", "1995-05-14"))
                .isEqualTo(new Match.Known(jane, IdentityOutcome.EXISTING));
    }

    @Test
    void aLocalIdOfAnotherPersonIsRefused() {
        assertThat(match("63", "", "10045", "Ray", "Al", "M", "1998-01-02"))
                .isEqualTo(new Match.Refused("XS-004", "localId", "10045"));
    }

    @Test
    void anEqualChildOfAnotherDistrictIsTheSameChild() {
        assertThat(match("64", "", "7", "DOE", "jane", "F", "1995-05-14"))
                .isEqualTo(new Match.Known(jane, IdentityOutcome.MATCHED));
    }

    @Test
    void anEqualChildWithAnotherLocalIdOfTheDistrictIsLeftToAPerson() {
        assertThat(match("63", "", "10999", "Doe", "Jane", "F", "1995-05-14")).isEqualTo(new Match.Near(List.of(jane)));
    }

    @Test
    void twoEqualChildrenAreLeftToAPerson() {
        Student other = known("987654321", "9", "5", "Doe", "Jane", "", "F", "1995-05-14");
        assertThat(match("64", "", "7", "Doe", "Jane", "F", "1995-05-14"))
                .isEqualTo(new Match.Near(List.of(jane, other)));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "Doe, Jane, F, 1995-05-15",
        "Doe, Jane, F, 1995-06-14",
        "Doe, Jayne, F, 1995-05-14",
        "Doe, Jane, M, 1995-05-14",
        "Doee, Jane, F, 1995-05-14"
    })
    void whoeverIsNearWaitsForAPerson(String last, String first, String gender, String birthDate) {
        assertThat(match("64", "", "7", last, first, gender, birthDate)).isEqualTo(new Match.Near(List.of(jane)));
    }

    @ParameterizedTest(name = "{0} {1} {2} {3}")
    @CsvSource({
        "Doe, Mary, F, 1995-05-14",
        "Doe, Mark, M, 1995-05-14",
        "Little, Jane, F, 1995-05-14",
        "Doe, Jane, F, 1997-08-01",
        "Ray, Al, M, 1995-05-14"
    })
    void whoeverIsNotNearGetsAnIdOfTheirOwn(String last, String first, String gender, String birthDate) {
        assertThat(match("64", "", "7", last, first, gender, birthDate)).isInstanceOf(Match.Unknown.class);
    }

    @Test
    void twinsWithDifferentFirstNamesNeverMatch() {
        known("111111111", "63", "1", "Crow", "Joseph", "Lee", "M", "1999-09-09");
        assertThat(match("63", "", "2", "Crow", "Jacob", "M", "1999-09-09")).isInstanceOf(Match.Unknown.class);
    }
}
