package gov.mt.opi.aim.chassis.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryParametersTest {

    @ParameterizedTest(name = "page {0} size {1}")
    @CsvSource({"-1, 10", "x, 10", "0, 0", "0, 1001", "99999999999, 10", "0, 1.5"})
    void aPageThatIsNoneIsABadRequest(String page, String size) {
        assertThatThrownBy(() -> PageRequest.of(page, size))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(400));
    }

    @Test
    void aPageHoldsItsPartOfTheList() {
        Page<Integer> page = Page.of(List.of(1, 2, 3, 4, 5), PageRequest.of("1", "2"));
        assertThat(page).isEqualTo(new Page<>(List.of(3, 4), 1, 2, 5));
        assertThat(Page.of(List.of(1), PageRequest.of("7", "100")).items()).isEmpty();
    }

    @Test
    void aDateStandsForItsFirstMomentInMontana() {
        assertThat(QueryParameters.moment("since", "2007-03-15T17:00:00-06:00"))
                .contains(Instant.parse("2007-03-15T23:00:00Z"));
        assertThat(QueryParameters.moment("since", "2007-03-15")).contains(Instant.parse("2007-03-15T06:00:00Z"));
        assertThat(QueryParameters.moment("since", null)).isEmpty();
        assertThatThrownBy(() -> QueryParameters.moment("since", "2007-03-15T23:00"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("since");
    }

    @Test
    void blankIsAbsentAndNonsenseIsTold() {
        assertThat(QueryParameters.date("on", " ")).isEmpty();
        assertThatThrownBy(() -> QueryParameters.date("on", "03/15/2007"))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("2007-03-15");
        assertThatThrownBy(() -> QueryParameters.flag("again", "yes")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> QueryParameters.id("submission", "7"))
                .isInstanceOfSatisfying(
                        Problem.class, problem -> assertThat(problem.status()).isEqualTo(404));
    }
}
