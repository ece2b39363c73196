package gov.mt.opi.aim.contracts.layout;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordTypeTest {

    @ParameterizedTest(name = "{0} has {1} fields")
    @CsvSource({"SD, 15", "EN, 14", "PP, 37", "AT, 9"})
    void everyTypeHasItsFields(RecordType type, int fields) {
        assertThat(type.layout().size()).isEqualTo(fields);
        assertThat(type.layout().recordType()).isEqualTo(type.name());
    }

    @ParameterizedTest
    @EnumSource
    void fieldsAreNumberedInOrderAndEachPropertyStandsOnce(RecordType type) {
        assertThat(type.layout().fields()).extracting(Field::number).isSorted().doesNotHaveDuplicates();
        assertThat(type.layout().fields()).extracting(Field::property).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void aDefaultIsOneOfTheCodes(RecordType type) {
        assertThat(type.layout().fields())
                .filteredOn(field ->
                        field.codes().isPresent() && field.defaultValue().isPresent())
                .allSatisfy(field -> assertThat(field.codes()
                                .orElseThrow()
                                .contains(field.defaultValue().orElseThrow()))
                        .isTrue());
    }

    @ParameterizedTest(name = "{0} has {1} codes")
    @CsvSource({
        "start-status, 9",
        "end-status, 25",
        "dropout-reason, 22",
        "service-type, 3",
        "race-ethnicity, 6",
        "suffix, 7",
        "grade-level, 18",
        "language, 40",
        "lep-status, 2",
        "aggregate-hours, 5",
        "nighttime-residence, 6",
        "lunch, 3",
        "title-i-program, 4",
        "gender, 2"
    })
    void everyCodeListIsWhole(String list, int codes) {
        assertThat(CodeLists.find(list).orElseThrow().codes()).hasSize(codes);
    }

    @Test
    void aTypeIsFoundByItsExactLetters() {
        assertThat(RecordType.of("EN")).contains(RecordType.EN);
        assertThat(RecordType.of("en")).isEmpty();
    }
}
