package gov.mt.opi.aim.validation.remedy;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.layout.RecordType;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.contracts.rule.Severity;
import gov.mt.opi.aim.validation.format.FieldChecks;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;
import gov.mt.opi.aim.validation.reading.LineReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a clerk is told to send instead. */
class RemediesTest {

    private static final int TRIES = 200_000;
    private static final String[] PIECES = {
        "0",
        "1",
        "2",
        "9",
        "14",
        "05",
        "2007",
        "1995",
        "34833",
        "/",
        "-",
        ".",
        ",",
        "%",
        " ",
        "*",
        "\"",
        "E+",
        "0",
        "May",
        "KG",
        "k",
        "f",
        "Jr",
        "II",
        "Male",
        "White",
        "SWP",
        "PRIVTITLE1",
        "O",
        "I",
        "th",
        "300",
        "Doe",
        "Ñ",
        "\ufffd",
        ";"
    };

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "EN|grade|9|Grade `9` must have two characters: send `09`.",
                "EN|grade|kg|Grade `kg` is not UE, UM, UH, PK, KG, P1 or 01 to 12: send `KG`.",
                "EN|grade|K|Grade `K` is not UE, UM, UH, PK, KG, P1 or 01 to 12. Did you mean `KG` (Kindergarten)?",
                "EN|endStatus|300*|End Status `300*` holds an asterisk: send `300`.",
                "EN|endStatus|14|End Status `14` must have three digits. Did you mean `140` (Transfer to public school in another district in MT)?",
                "EN|startStatus|4|Start Status `4` must have two characters: send `04`.",
                "EN|startDate|8/28/2006|Start Date `8/28/2006` is not written MM/DD/YYYY: send `08/28/2006`.",
                "EN|startDate|28/08/2006|Start Date `28/08/2006` is not a day of the calendar. Did you mean `08/28/2006`?",
                "EN|schoolNumber|0733|School Number `0733` begins with a zero: send `733`.",
                "EN|calendarNumber|101.0|Calendar Number `101.0` is longer than 3 characters: send `101`.",
                "EN|year|2006-2007|Year `2006-2007` is not a year of four digits: send `2007`.",
                "EN|year|07|Year `07` is not a year of four digits. Did you mean `2007`?",
                "EN|serviceType|p|Service Type `p` is not P, S or N: send `P`.",
                "EN|serviceType|Secondary|Service Type `Secondary` is not P, S or N: send `S` (Secondary).",
                "SD|birthDate|5/14/1995|Birth Date `5/14/1995` is not written MM/DD/YYYY: send `05/14/1995`.",
                "SD|birthDate|1995-05-14|Birth Date `1995-05-14` is not written MM/DD/YYYY: send `05/14/1995`.",
                "SD|birthDate|5/14/1995 0:00|Birth Date `5/14/1995 0:00` is not written MM/DD/YYYY: send `05/14/1995`.",
                "SD|birthDate|14-May-95|Birth Date `14-May-95` is not written MM/DD/YYYY. Did you mean `05/14/1995`?",
                "SD|birthDate|19950514|Birth Date `19950514` is not written MM/DD/YYYY: send `05/14/1995`.",
                "SD|birthDate|34833|Birth Date `34833` is not written MM/DD/YYYY. Did you mean `05/14/1995`?",
                "SD|gender|Female|Gender `Female` is not M or F: send `F` (Female).",
                "SD|gender|f|Gender `f` is not M or F: send `F`.",
                "SD|raceEthnicity|1|Race/Ethnicity `1` must have two characters: send `01`.",
                "SD|raceEthnicity|W|Race/Ethnicity `W` is not a code of appendix E, 01 to 06. Did you mean `05` (White, Non-Hispanic)?",
                "SD|suffix|Jr.|Suffix `Jr.` holds punctuation: send `Jr`.",
                "SD|suffix|JR|Suffix `JR` is not Jr, Sr, I, II, III, IV or V: send `Jr`.",
                "SD|lastName|Doe*|Last Name `Doe*` holds something other than letters, blanks, - ' and periods. Did you mean `Doe`?",
                "SD|stateId|123-45-6789|Student's State ID `123-45-6789` is longer than 9 characters: send `123456789`.",
                "PP|titleIProgramType|tas|Title I Program Type `tas` is not TAS, SWP, PRIVTITLEI or NEG: send `TAS`.",
                "PP|titleIProgramType|SW|Title I Program Type `SW` is not TAS, SWP, PRIVTITLEI or NEG. Did you mean `SWP` (Public school wide program)?",
                "PP|titleIProgramType|PRIVTITLE1|Title I Program Type `PRIVTITLE1` is not TAS, SWP, PRIVTITLEI or NEG. Did you mean `PRIVTITLEI` (Private school students)?",
                "PP|homeless|YES|Homeless `YES` is not Y or N: send `Y` (Yes).",
                "PP|homeless|1|Homeless `1` is not Y or N. Did you mean `Y`?",
                "PP|languageOfImpact|Spanish|Language of Impact `Spanish` must have two characters: send `33` (Spanish).",
                "PP|languageOfImpact|O4|Language of Impact `O4` is not a code of appendix H, 01 to 40. Did you mean `04`?",
                "AT|testWindowCountAbsent|0,333|Test Window Count Absent `0,333` is not a decimal number with at most three decimals: send `0.333`.",
                "AT|testWindowCountAbsent|2/6|Test Window Count Absent `2/6` is not a decimal number with at most three decimals: send `0.333`.",
                "AT|testWindowCountAbsent|33%|Test Window Count Absent `33%` is not a decimal number with at most three decimals: send `0.330`.",
                "AT|aggregateHoursOfInstruction|720|Aggregate Hours of Instruction `720` is not N, Q, H, T or F: send `F` (720 or more).",
            })
    void namesTheValueToSend(RecordType type, String property, String value, String message) {
        Finding finding = onlyFinding(type, property, value);

        assertThat(finding.message()).isEqualTo(message);
        assertThat(finding.hint()).startsWith(message.contains("Did you mean") ? "If you mean `" : "Send `");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SD|birthDate|02/30/1995|02/1995 has 28 days. Check month and day.",
                "EN|stateId|1.23457E+08|A spreadsheet has rounded this number",
            })
    void saysWhatHappenedWhereNoValueCanBeKnown(RecordType type, String property, String value, String hint) {
        assertThat(onlyFinding(type, property, value).hint()).startsWith(hint);
    }

    @ParameterizedTest
    @CsvSource({
        "EN,endStatus,105",
        "EN,grade,13",
        "PP,freeReducedLunch,Y",
        "AT,testWindowCountAbsent,1.5",
        "SD,gender,X"
    })
    void proposesNothingWhereSeveralValuesAreAsNear(RecordType type, String property, String value) {
        assertThat(Remedies.of(type.layout().field(property), value)).isEmpty();
    }

    @Test
    void proposesOnlyWhatIsTaken() {
        long seed = System.nanoTime();
        System.out.println("RemediesTest seed " + seed);
        Random random = new Random(seed);
        List<Field> fields = Arrays.stream(RecordType.values())
                .flatMap(type -> type.layout().dataFields().stream())
                .toList();
        int proposed = 0;
        for (int i = 0; i < TRIES; i++) {
            Field field = fields.get(random.nextInt(fields.size()));
            String value = value(random);
            Optional<Remedy> remedy = value.isEmpty() ? Optional.empty() : Remedies.of(field, value);
            if (remedy.isPresent()) {
                proposed++;
                assertThat(errors(typeOf(field), field, remedy.get().value()))
                        .as("seed %d: %s instead of %s", seed, remedy.get(), value)
                        .isEmpty();
            }
        }
        assertThat(proposed).as("some are proposed").isPositive();
    }

    private static String value(Random random) {
        StringBuilder value = new StringBuilder();
        int pieces = 1 + random.nextInt(5);
        for (int i = 0; i < pieces; i++) {
            value.append(PIECES[random.nextInt(PIECES.length)]);
        }
        return value.toString().strip();
    }

    private static RecordType typeOf(Field field) {
        return Arrays.stream(RecordType.values())
                .filter(type -> type.layout().fields().contains(field))
                .findFirst()
                .orElseThrow();
    }

    private static Finding onlyFinding(RecordType type, String property, String value) {
        return errors(type, type.layout().field(property), value).get(0);
    }

    /** The errors of a field in a record that has nothing else. */
    private static List<Finding> errors(RecordType type, Field field, String value) {
        String[] values = new String[type.layout().size()];
        Arrays.fill(values, "");
        values[0] = type.name();
        values[field.index()] = value;
        Findings findings = Findings.listing(2);
        DataRecord record =
                LineReader.read(String.join("\t", values), 2, findings).record().orElseThrow();
        FieldChecks.of(type).check(record, findings);
        return findings.all().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .filter(finding -> finding.fieldNumber() != null && finding.fieldNumber() == field.number())
                .toList();
    }
}
