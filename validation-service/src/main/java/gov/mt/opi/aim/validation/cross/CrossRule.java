package gov.mt.opi.aim.validation.cross;

/** A rule about several records of a file. It sees all records at once, never in the order of lines. */
public interface CrossRule {

    String ruleId();

    /**
     * Says where the rule does not hold.
     *
     * @param records the gist of all records: those without ERROR, and who the others are about
     * @param originals the records in full, read again; for the few where the gist is not enough
     * @param found where to say it
     */
    void judge(FileRecords records, Originals originals, CrossFindings found);
}
