package gov.mt.opi.aim.contracts.rule;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RuleCatalogueTest {

    @Test
    void holdsEveryRuleOfTheStateOnce() {
        assertThat(RuleCatalogue.all()).hasSize(345);
        assertThat(RuleCatalogue.all()).filteredOn(rule -> rule.stage() == 1).hasSize(330);
    }

    @Test
    void everyRuleSaysWhoEnforcesItWhatIsWrongAndHowToMendIt() {
        assertThat(RuleCatalogue.all()).allSatisfy(rule -> {
            assertThat(rule.service()).isIn(Set.of("intake", "validation", "state-store", "reporting"));
            assertThat(rule.message()).as(rule.id()).isNotBlank();
            assertThat(rule.hint()).as(rule.id()).isNotBlank();
            assertThat(rule.section()).as(rule.id()).matches("2(\\.[1-8])?");
        });
    }

    @Test
    void aFieldRuleNamesAFieldOfItsLayout() {
        for (RecordType type : RecordType.values()) {
            assertThat(RuleCatalogue.all())
                    .filteredOn(rule -> rule.id().startsWith(type.name() + "-"))
                    .isNotEmpty()
                    .allSatisfy(rule -> {
                        int number = Integer.parseInt(rule.id().substring(3, 5));
                        assertThat(number)
                                .as(rule.id())
                                .isBetween(2, type.layout().size());
                        assertThat(rule.field())
                                .as(rule.id())
                                .isEqualTo(number + " "
                                        + type.layout().fields().get(number - 1).name());
                    });
        }
    }

    @Test
    void aFindingShowsTheFieldAndTheValue() {
        Field grade = RecordType.EN.layout().field("grade");
        Finding finding = Finding.ofField(RuleCatalogue.get("EN-142"), 12, "EN", grade, "9");
        assertThat(finding.message()).isEqualTo("Grade `9` must have two characters.");
        assertThat(finding.fieldNumber()).isEqualTo(14);
        assertThat(finding.specSection()).isEqualTo("2.6");
    }

    @Test
    void aFindingAboutABlankShowsNoValue() {
        assertThat(Finding.ofField(
                                RuleCatalogue.get("EN-142"),
                                12,
                                "EN",
                                RecordType.EN.layout().field("grade"),
                                "")
                        .message())
                .isEqualTo("Grade must have two characters.");
    }

    @Test
    void aFindingRepeatsOnlyTheBeginningOfALongValue() {
        Finding finding = Finding.ofRecord(RuleCatalogue.get("REC-003"), 3, null, "x".repeat(5000));
        assertThat(finding.value()).hasSize(Finding.VALUE_LENGTH_MAX + 1);
    }
}
