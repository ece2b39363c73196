package gov.mt.opi.aim.reporting.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.reporting.report.Dimension;
import gov.mt.opi.aim.reporting.report.Slice;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class CountParametersTest {

    @Test
    void dimensionsMayBeSeparatedByCommasOrRepeated() {
        assertThat(CountParameters.by(List.of("district, grade", "lunch", "")))
                .containsExactly(Dimension.DISTRICT, Dimension.GRADE, Dimension.LUNCH);
    }

    @ParameterizedTest
    @EnumSource(Dimension.class)
    void everyDimensionIsKnownByItsKey(Dimension dimension) {
        assertThat(CountParameters.by(List.of(dimension.key()))).containsExactly(dimension);
    }

    @ParameterizedTest
    @ValueSource(strings = {"distrct", "District", "name", "district;grade"})
    void anUnknownDimensionIsRefusedWithTheKnownOnes(String name) {
        assertThatThrownBy(() -> CountParameters.by(List.of(name)))
                .isInstanceOf(Problem.class)
                .hasMessageContaining(name)
                .hasMessageContaining("raceEthnicity, gender");
    }

    @Test
    void aDimensionTwiceIsRefused() {
        assertThatThrownBy(() -> CountParameters.by(List.of("grade,district", "grade")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("grade twice");
    }

    @Test
    void sixDimensionsAreRefused() {
        assertThatThrownBy(() -> CountParameters.by(List.of("district,grade,lunch,sped,homeless,gender")))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("up to 5");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "2007-02-30",
                "03/13/2007",
                "yesterday",
                "2007",
                "+999999999-12-31",
                "-0001-01-01",
                "1899-12-31"
            })
    void aDayThatCannotBeMeantIsRefused(String value) {
        assertThatThrownBy(() -> CountParameters.day("on", value))
                .isInstanceOf(Problem.class)
                .hasMessageContaining("on ");
    }

    @Test
    void aSchoolIsNamedAfterItsDistrict() {
        Slice slice = new Slice(List.of(Dimension.GRADE, Dimension.SCHOOL), Map.of());
        assertThat(slice.rowDimensions()).containsExactly(Dimension.GRADE, Dimension.DISTRICT, Dimension.SCHOOL);
    }
}
