package gov.mt.opi.aim.intake.rejected;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddedColumnsTest {

    private static final Finding GRADE = Finding.of(RuleCatalogue.get("EN-142"), 12, "EN", 14, "Grade", "9");
    private static final Finding SHORT = Finding.ofRecord(RuleCatalogue.get("REC-004"), 12, "EN", "13");

    @Test
    void sayLineRulesFieldsAndMessages() {
        assertThat(added(GRADE, SHORT))
                .isEqualTo("\t12\tEN-142; REC-004\tGrade; -\t" + GRADE.message() + "; " + SHORT.message());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "EN\t63\t733\t101\t2007\t123456789\t\tP\t08/28/2006\t02\t\t\t\t9",
                "SD\t63\t\t10045\tDoe\tJane\tQ\t\tF\t05/14/1995\t\t05\t\t\t",
                "nonsense",
                "EN"
            })
    void areLeftOutWhenTheyAreSentBack(String line) {
        assertThat(AddedColumns.strip(line + added(GRADE, SHORT))).isEqualTo(line);
        assertThat(AddedColumns.strip(line + added(GRADE) + added(SHORT))).isEqualTo(line);
        assertThat(AddedColumns.strip(line + added(GRADE) + "\t\t\t")).isEqualTo(line);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "EN",
                "\t\t\t\t",
                "SD\t63\t\t10045\tDoe\tJane\tQ\t\tF\t05/14/1995\t\t05\t\t\t",
                "EN\t63\t733\t101\t2007\t123456789\t\tP\t08/28/2006\t02\t\t300\t12\t09",
                "AT\t63\t733\t101\t123456789\tDoe\tJane\t0.333\tF",
                "SD\t12\tXX-999\tGrade\tbad",
                "SD\t12\tEN-142; \t\t",
                "SD\tx\tEN-142\tGrade\tbad"
            })
    void recordsStayAsTheyAre(String line) {
        assertThat(AddedColumns.strip(line)).isEqualTo(line);
    }

    private static String added(Finding... findings) {
        return AddedColumns.of(new RejectedRecord(12, out -> {}, List.of(findings)));
    }
}
