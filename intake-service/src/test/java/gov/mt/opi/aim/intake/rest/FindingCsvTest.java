package gov.mt.opi.aim.intake.rest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FindingCsvTest {

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\tx"})
    void putsAnApostropheBeforeWhatASpreadsheetWouldExecute(String text) {
        assertThat(FindingCsv.cell(text)).isEqualTo("'" + text);
    }

    @Test
    void quotesWhatHoldsSeparators() {
        assertThat(FindingCsv.cell("a,b")).isEqualTo("\"a,b\"");
        assertThat(FindingCsv.cell("say \"no\"")).isEqualTo("\"say \"\"no\"\"\"");
        assertThat(FindingCsv.cell("\rx")).isEqualTo("\"'\rx\"");
    }

    @Test
    void leavesOtherTextAsItIs() {
        assertThat(FindingCsv.cell("Grade")).isEqualTo("Grade");
        assertThat(FindingCsv.cell("")).isEmpty();
    }
}
