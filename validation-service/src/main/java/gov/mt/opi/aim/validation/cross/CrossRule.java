package gov.mt.opi.aim.validation.cross;

/** A rule about several records of a file. It sees all clean records at once, never in the order of lines. */
interface CrossRule {

    String ruleId();

    void judge(CleanRecords records, SameContent content, CrossFindings found);
}
