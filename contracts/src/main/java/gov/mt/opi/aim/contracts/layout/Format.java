package gov.mt.opi.aim.contracts.layout;

/** What a field may look like. The checks that a format implies are derived by the service that judges records. */
public enum Format {
    RECORD_TYPE("the record type itself"),
    /** District or school number (spec 2.3, field 2). */
    ENTITY_NUMBER("1 to 4 digits, no leading zeros"),
    CALENDAR_NUMBER("whole number over 0; leading zeros are dropped"),
    YEAR("4 digits, the last year of the school year: 2006-2007 is 2007"),
    /** Student's State ID; all that were ever issued have 9 digits. */
    STATE_ID("digits, no leading zeros; issued IDs have 9"),
    /** Student's Local ID, the district's own. */
    LOCAL_ID("the district's own; letters, digits, - _ and periods; leading zeros are dropped"),
    /** Part of a person's name. */
    NAME("letters of any alphabet, blanks, hyphens, apostrophes, periods"),
    CODE("code, exact case"),
    PADDED_CODE("code of two characters, zero padded, exact case"),
    /** Enrollment end status. */
    END_STATUS("code of three digits, without the asterisk that marks dropouts in print"),
    /** Name suffix. */
    SUFFIX("code, exact case, no punctuation"),
    /** ISO 8601 everywhere else. */
    DATE("MM/DD/YYYY, zero padded"),
    PORTION("decimal number from 0 to 1, at most three decimals"),
    /** Whatever stands in it is never kept. */
    FILLER("must be empty; what stands in it is dropped");

    private final String words;

    Format(String words) {
        this.words = words;
    }

    /** The format in words for people. */
    public String words() {
        return words;
    }
}
