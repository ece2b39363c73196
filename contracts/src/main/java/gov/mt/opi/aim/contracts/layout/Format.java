package gov.mt.opi.aim.contracts.layout;

/** What a field may look like. The checks that a format implies are derived by the service that judges records. */
public enum Format {
    /** The two letters of the record type itself. */
    RECORD_TYPE,
    /** District or school number: 1 to 4 digits without leading zeros (spec 2.3, field 2). */
    ENTITY_NUMBER,
    /** Calendar number: a whole number over 0; leading zeros are tolerated and dropped. */
    CALENDAR_NUMBER,
    /** School year by its last year, four digits: 2006-2007 is 2007. */
    YEAR,
    /** Student's State ID: up to 9 digits without leading zeros. */
    STATE_ID,
    /** Student's Local ID: up to 15 characters, the district's own. */
    LOCAL_ID,
    /** Part of a person's name: letters of any alphabet, blank, hyphen, apostrophe, period. */
    NAME,
    /** One of a code list, exact case. */
    CODE,
    /** One of a code list of two-character, zero-padded codes. */
    PADDED_CODE,
    /** Enrollment end status: three digits, without the asterisk that marks dropout codes in print. */
    END_STATUS,
    /** Name suffix, without punctuation. */
    SUFFIX,
    /** MM/DD/YYYY in files, ISO 8601 everywhere else. */
    DATE,
    /** Portion from 0 to 1 with at most three decimals. */
    PORTION,
    /** Must be empty; whatever stands in it is dropped and never kept. */
    FILLER
}
