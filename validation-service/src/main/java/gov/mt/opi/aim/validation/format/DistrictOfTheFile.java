package gov.mt.opi.aim.validation.format;

import gov.mt.opi.aim.contracts.layout.Field;
import gov.mt.opi.aim.contracts.rule.Rule;
import gov.mt.opi.aim.contracts.rule.RuleCatalogue;
import gov.mt.opi.aim.validation.reading.DataRecord;
import gov.mt.opi.aim.validation.reading.Findings;

/**
 * REC-010: a file holds the records of one district, the one of its name (AMB-18). A number that is only padded with zeros
 * can still be compared; one that is wrong in another way has its own finding.
 */
public final class DistrictOfTheFile {

    private static final Rule RULE = RuleCatalogue.get("REC-010");
    /** District Number is field 2 of every record type. */
    public static final int DISTRICT_NUMBER = 1;

    private DistrictOfTheFile() {}

    /** The rule that speaks here. */
    public static String ruleId() {
        return RULE.id();
    }

    public static void check(DataRecord record, String districtNumber, Findings findings) {
        String value = record.text(DISTRICT_NUMBER);
        Field field = record.type().layout().fields().get(DISTRICT_NUMBER);
        boolean comparable = !value.isEmpty() && value.length() <= field.length() && Texts.isDigits(value);
        if (comparable && !withoutZeros(value).equals(districtNumber)) {
            findings.field(RULE, record.type(), field, value);
            record.taint(DISTRICT_NUMBER);
        }
    }

    private static String withoutZeros(String digits) {
        int from = 0;
        while (from < digits.length() - 1 && digits.charAt(from) == '0') {
            from++;
        }
        return digits.substring(from);
    }
}
