package gov.mt.opi.aim.contracts.layout;

import static gov.mt.opi.aim.contracts.layout.Format.*;
import static gov.mt.opi.aim.contracts.layout.Required.CONDITIONAL;
import static gov.mt.opi.aim.contracts.layout.Required.NO;
import static gov.mt.opi.aim.contracts.layout.Required.YES;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The declarations of the four record types (spec 2.3, 2.6, 2.7, 2.8). {@link RecordType} gives access to them. */
final class Layouts {

    static final Layout STUDENT_DEMOGRAPHICS = layout("SD", "Student Demographics", "2.3")
            .field("Record Type", "recordType", 2, YES, RECORD_TYPE)
            .field("District Number", "districtNumber", 4, YES, ENTITY_NUMBER)
            .field("Student's State ID", "stateId", 9, CONDITIONAL, STATE_ID)
            .field("Student's Local ID", "localId", 15, CONDITIONAL, LOCAL_ID)
            .field("Last Name", "lastName", 40, YES, NAME)
            .field("First Name", "firstName", 35, YES, NAME)
            .field("Middle Name", "middleName", 20, NO, NAME)
            .field("Suffix", "suffix", 3, NO, SUFFIX, "suffix")
            .field("Gender", "gender", 1, YES, CODE, "gender")
            .field("Birth Date", "birthDate", 10, YES, DATE)
            .field("FILLER1", "filler1", 9, NO, FILLER)
            .field("Race/Ethnicity", "raceEthnicity", 2, YES, PADDED_CODE, "race-ethnicity")
            .field("FILLER2", "filler2", 2, NO, FILLER)
            .field("FILLER3", "filler3", 10, NO, FILLER)
            .field("FILLER4", "filler4", 10, NO, FILLER)
            .build();

    static final Layout ENROLLMENT = layout("EN", "Enrollment", "2.6")
            .field("Record Type", "recordType", 2, YES, RECORD_TYPE)
            .field("District Number", "districtNumber", 4, YES, ENTITY_NUMBER)
            .field("School Number", "schoolNumber", 4, YES, ENTITY_NUMBER)
            .field("Calendar Number", "calendarNumber", 3, YES, CALENDAR_NUMBER)
            .field("Year", "year", 4, YES, YEAR)
            .field("Student's State ID", "stateId", 9, YES, STATE_ID)
            .field("Student's Local ID", "localId", 15, NO, LOCAL_ID)
            .field("Service Type", "serviceType", 1, YES, CODE, "service-type", "P")
            .field("Start Date", "startDate", 10, YES, DATE)
            .field("Start Status", "startStatus", 2, YES, PADDED_CODE, "start-status")
            .field("End Date", "endDate", 10, NO, DATE)
            .field("End Status", "endStatus", 3, NO, END_STATUS, "end-status")
            .field("Dropout Reason", "dropoutReason", 2, CONDITIONAL, PADDED_CODE, "dropout-reason")
            .field("Grade", "grade", 2, YES, PADDED_CODE, "grade-level")
            .build();

    static final Layout PROGRAM_PARTICIPATION = layout("PP", "Program Participation", "2.7")
            .field("Record Type", "recordType", 2, YES, RECORD_TYPE)
            .field("District Number", "districtNumber", 4, YES, ENTITY_NUMBER)
            .field("School Number", "schoolNumber", 4, YES, ENTITY_NUMBER)
            .field("Calendar Number", "calendarNumber", 3, YES, CALENDAR_NUMBER)
            .field("Last Name", "lastName", 40, NO, NAME)
            .field("First Name", "firstName", 35, NO, NAME)
            .field("Student's State ID", "stateId", 9, YES, STATE_ID)
            .field("Student's Local ID", "localId", 15, NO, LOCAL_ID)
            .field("Free/Reduced Lunch", "freeReducedLunch", 1, NO, CODE, "lunch", "N")
            .field("SPED Status", "spedStatus", 1, NO, CODE, "yes-no", "N")
            .field("Section 504", "section504", 1, NO, CODE, "yes-no", "N")
            .field("Title I Participation", "titleIParticipation", 1, NO, CODE, "yes-no", "N")
            .field("Title I Program Type", "titleIProgramType", 10, NO, CODE, "title-i-program")
            .field("Title I Reading", "titleIReading", 1, NO, CODE, "yes-no", "N")
            .field("Title I Math", "titleIMath", 1, NO, CODE, "yes-no", "N")
            .field("Title I Science", "titleIScience", 1, NO, CODE, "yes-no", "N")
            .field("Title I Social Sciences", "titleISocialSciences", 1, NO, CODE, "yes-no", "N")
            .field("Title I Vocational/Career", "titleIVocationalCareer", 1, NO, CODE, "yes-no", "N")
            .field("Title I Instructional Other", "titleIInstructionalOther", 1, NO, CODE, "yes-no", "N")
            .field("Title I Health", "titleIHealth", 1, NO, CODE, "yes-no", "N")
            .field("Title I Guidance/Advocacy", "titleIGuidanceAdvocacy", 1, NO, CODE, "yes-no", "N")
            .field("Title I Support Other", "titleISupportOther", 1, NO, CODE, "yes-no", "N")
            .field("Foreign Exchange", "foreignExchange", 1, NO, CODE, "yes-no", "N")
            .field("Gifted/Talented", "giftedTalented", 1, NO, CODE, "yes-no", "N")
            .field("21st Century", "twentyFirstCentury", 1, NO, CODE, "yes-no", "N")
            .field("Homeless", "homeless", 1, NO, CODE, "yes-no", "N")
            .field("McKinney Vento", "mcKinneyVento", 1, CONDITIONAL, CODE, "yes-no", "N")
            .field(
                    "Homeless Night Time Residence",
                    "homelessNightTimeResidence",
                    2,
                    CONDITIONAL,
                    PADDED_CODE,
                    "nighttime-residence")
            .field("Unaccompanied Youth", "unaccompaniedYouth", 1, CONDITIONAL, CODE, "yes-no", "N")
            .field("Filler Field", "filler", 1, NO, FILLER)
            .field("Language of Impact", "languageOfImpact", 2, NO, PADDED_CODE, "language")
            .field("LEP Status", "lepStatus", 2, NO, PADDED_CODE, "lep-status")
            .field("Date Entered LEP", "dateEnteredLep", 10, NO, DATE)
            .field("Title III", "titleIII", 1, NO, CODE, "yes-no", "N")
            .field("Immigrant", "immigrant", 1, NO, CODE, "yes-no", "N")
            .field("Immigrant Date Entered US School", "immigrantDateEnteredUsSchool", 10, CONDITIONAL, DATE)
            .field("Year", "year", 4, YES, YEAR)
            .build();

    static final Layout TEST_WINDOW_ATTENDANCE = layout("AT", "Attendance, Test Window Count", "2.8")
            .field("Record Type", "recordType", 2, YES, RECORD_TYPE)
            .field("District Number", "districtNumber", 4, YES, ENTITY_NUMBER)
            .field("School Number", "schoolNumber", 4, YES, ENTITY_NUMBER)
            .field("Calendar Number", "calendarNumber", 3, YES, CALENDAR_NUMBER)
            .field("State ID", "stateId", 9, YES, STATE_ID)
            .field("Last Name", "lastName", 40, NO, NAME)
            .field("First Name", "firstName", 35, NO, NAME)
            .field("Test Window Count Absent", "testWindowCountAbsent", 5, YES, PORTION, null, "0.000")
            .field(
                    "Aggregate Hours of Instruction",
                    "aggregateHoursOfInstruction",
                    1,
                    YES,
                    CODE,
                    "aggregate-hours",
                    "F")
            .build();

    private Layouts() {}

    private static Builder layout(String recordType, String title, String section) {
        return new Builder(recordType, title, section);
    }

    /** Numbers the fields in the order in which they are declared. */
    private static final class Builder {
        private final String recordType;
        private final String title;
        private final String section;
        private final List<Field> fields = new ArrayList<>();

        Builder(String recordType, String title, String section) {
            this.recordType = recordType;
            this.title = title;
            this.section = section;
        }

        Builder field(String name, String property, int length, Required required, Format format) {
            return add(name, property, length, required, format, Optional.empty(), Optional.empty());
        }

        Builder field(String name, String property, int length, Required required, Format format, String codes) {
            return add(name, property, length, required, format, Optional.of(CodeLists.of(codes)), Optional.empty());
        }

        Builder field(
                String name,
                String property,
                int length,
                Required required,
                Format format,
                String codes,
                String defaultValue) {
            return add(
                    name,
                    property,
                    length,
                    required,
                    format,
                    Optional.ofNullable(codes).map(CodeLists::of),
                    Optional.of(defaultValue));
        }

        private Builder add(
                String name,
                String property,
                int length,
                Required required,
                Format format,
                Optional<CodeList> codes,
                Optional<String> defaultValue) {
            fields.add(new Field(fields.size() + 1, name, property, length, required, format, codes, defaultValue));
            return this;
        }

        Layout build() {
            return new Layout(recordType, title, section, fields);
        }
    }
}
