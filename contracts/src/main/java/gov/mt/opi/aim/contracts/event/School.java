package gov.mt.opi.aim.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;

/**
 * A school of the registry. Key of its topic: {@code district/school}.
 *
 * @param districtNumber the district it belongs to
 * @param schoolNumber 1 to 4 digits without leading zeros
 * @param name what people call it
 * @param lowGrade lowest grade it teaches, a code of grade-level
 * @param highGrade highest grade it teaches
 * @param openedOn first day, null when not known
 * @param closedOn last day, null while it is open
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record School(
        String districtNumber,
        String schoolNumber,
        String name,
        String lowGrade,
        String highGrade,
        LocalDate openedOn,
        LocalDate closedOn) {

    public String key() {
        return key(districtNumber, schoolNumber);
    }

    public static String key(String districtNumber, String schoolNumber) {
        return districtNumber + "/" + schoolNumber;
    }
}
