package gov.mt.opi.aim.statestore.student;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.RecordOutcome.IdentityOutcome;
import gov.mt.opi.aim.statestore.Records;
import gov.mt.opi.aim.statestore.SourceVersion;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentityTest {

    private final Roster roster = Roster.empty();
    private final Map<UUID, List<Stay>> stays = new HashMap<>();
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
        return match(district, stateId, localId, last, first, "", gender, birth);
    }

    private Match match(
            String district,
            String stateId,
            String localId,
            String last,
            String first,
            String middle,
            String gender,
            String birth) {
        return new Matching(roster, student -> stays.getOrDefault(student, List.of()))
                .match(Child.of(Records.file(district, 15)
                        .sd(stateId, localId, last, first, middle, gender, birth)
                        .all()
                        .get(0)));
    }

    private void assertWaits(Match match, Student... candidates) {
        assertThat(match).isInstanceOfSatisfying(Match.Near.class, near -> assertThat(near.candidates())
                .extracting(Likeness::student)
                .containsExactly(candidates));
    }

    private void enrolled(Student student, String district, String school, String localId, LocalDate end) {
        stays.put(student.key(), List.of(Stay.of(UUID.randomUUID(), district, school, localId, end)));
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
        assertThat(BirthDates.near(one, two)).isEqualTo(near);
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
        assertWaits(match("63", "", "10999", "Doe", "Jane", "F", "1995-05-14"), jane);
    }

    @Test
    void twoEqualChildrenAreLeftToAPerson() {
        Student other = known("987654321", "9", "5", "Doe", "Jane", "", "F", "1995-05-14");
        assertWaits(match("64", "", "7", "Doe", "Jane", "F", "1995-05-14"), jane, other);
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
        assertWaits(match("64", "", "7", last, first, gender, birthDate), jane);
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

    @Test
    void aLocalIdOfAStudentWhoLeftTheDistrictCountsNoMore() {
        enrolled(jane, "63", "733", "10045", LocalDate.of(2006, 6, 9));
        assertThat(match("63", "", "10999", "Doe", "Jane", "F", "1995-05-14"))
                .isEqualTo(new Match.Known(jane, IdentityOutcome.MATCHED));
    }

    @Test
    void aLocalIdOfAStudentWhoIsEnrolledCounts() {
        enrolled(jane, "63", "733", "10045", LocalDate.MAX);
        assertWaits(match("63", "", "10999", "Doe", "Jane", "F", "1995-05-14"), jane);
    }

    @Test
    void anEqualChildOfAnotherMiddleInitialIsLeftToAPerson() {
        assertWaits(match("64", "", "7", "Doe", "Jane", "Rose", "F", "1995-05-14"), jane);
    }

    @Test
    void anEqualChildWithAnInitialForTheMiddleNameIsTheSameChild() {
        assertThat(match("64", "", "7", "Doe", "Jane", "Q", "F", "1995-05-14"))
                .isEqualTo(new Match.Known(jane, IdentityOutcome.MATCHED));
    }

    @Test
    void anEqualChildOfAnotherSuffixIsLeftToAPerson() {
        Student junior = known("222222222", "9", "1", "Pryor Jr", "Al", "", "M", "1996-01-01");
        assertWaits(match("64", "", "7", "Pryor III", "Al", "M", "1996-01-01"), junior);
    }

    @ParameterizedTest(name = "{0} {1} {2} {3} {4}")
    @CsvSource({
        "Doe, Jane, Quinn, F, 1995-05-15",
        "Doe-Smith, Jane, Quinn, F, 1995-05-14",
        "Doer, Jane, Quinn, F, 1995-05-14",
        "Doe, Janie, Quinn, F, 1995-05-14",
        "Doe, Quinn, Jane, F, 1995-05-14",
        "Doe, Jane, Quinn, M, 1995-05-14"
    })
    void oneMildDifferenceIsAcceptedWhereTheDistrictEnrolledTheChildUnderTheSameLocalId(
            String last, String first, String middle, String gender, String birthDate) {
        enrolled(jane, "64", "900", "007", LocalDate.of(2005, 6, 9));
        assertThat(match("64", "", "7", last, first, middle, gender, birthDate))
                .isEqualTo(new Match.Known(jane, IdentityOutcome.MATCHED));
        assertWaits(match("64", "", "8", last, first, middle, gender, birthDate), jane);
    }

    @Test
    void aMildDifferenceIsNotAcceptedWhereSeveralFit() {
        Student other = known("333333333", "9", "9", "Doe", "Jane", "Quinn", "F", "1995-05-16");
        enrolled(jane, "64", "900", "7", LocalDate.of(2005, 6, 9));
        assertWaits(match("64", "", "7", "Doe", "Jane", "Quinn", "F", "1995-05-15"), jane, other);
    }

    @Test
    void twoMildDifferencesAreNotAccepted() {
        enrolled(jane, "64", "900", "7", LocalDate.MAX);
        assertWaits(match("64", "", "7", "Doe", "Janie", "Quinn", "M", "1995-05-14"), jane);
    }

    @Test
    void whoIsFoundByAFormerNameIsLeftToAPerson() {
        Demographics married = Demographics.of("Roe", "Jane", "Quinn", null, "F", LocalDate.parse("1995-05-14"), "05");
        Student renamed = new Student(
                jane.key(),
                jane.stateId(),
                "63",
                married,
                List.of(jane.current(), married),
                jane.localIds(),
                Set.of(),
                jane.source(),
                2);
        roster.put(renamed);
        assertThat(match("64", "", "7", "Roe", "Jane", "F", "1995-05-14"))
                .isEqualTo(new Match.Known(renamed, IdentityOutcome.MATCHED));
        assertWaits(match("64", "", "7", "Doe", "Jane", "F", "1995-05-14"), renamed);
        enrolled(jane, "64", "900", "7", LocalDate.of(2005, 6, 9));
        assertThat(match("64", "", "7", "Doe", "Jane", "F", "1995-05-14"))
                .isEqualTo(new Match.Known(renamed, IdentityOutcome.MATCHED));
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"WILLIAM, BILL", "PEGGY, MARGARET", "KATHERINE, CATHERINE", "LIZ, ELIZABETH"})
    void nicknamesAndSpellingsAreRelatedBothWays(String one, String two) {
        assertThat(Nicknames.related(one, two)).isTrue();
        assertThat(Nicknames.related(two, one)).isTrue();
    }

    @Test
    void aNicknameThatBeginsWithAnotherLetterIsFound() {
        Student margaret = known("444444444", "9", "4", "Peterson", "Margaret", "", "F", "1997-04-05");
        assertWaits(match("64", "", "7", "Petersen", "Peggy", "F", "1997-04-05"), margaret);
        assertWaits(match("64", "", "7", "Peterson", "Peggy", "F", "1997-04-05"), margaret);
    }

    @Test
    void theScoreIsTheSumOfWhatAgrees() {
        Demographics child = Demographics.of("Doe", "Janie", "Q", null, "F", LocalDate.parse("1995-05-14"), "05");
        assertThat(Resemblance.of(child, jane.current(), true).score()).isEqualTo(30 + 25 + 18 + 5 + 5);
        assertThat(Likeness.of(child, Optional.of(LocalId.of("63", "9")), "63", jane)
                        .score())
                .isEqualTo(83 + 3);
    }
}
