package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.contracts.rule.Finding;
import java.util.List;

/** What became of a file that was offered. */
public sealed interface Receipt {

    /** The file is durably kept and will be processed. */
    record Taken(Submission submission) implements Receipt {}

    /** The same bytes were sent before; the earlier submission stands for them (FILE-016). */
    record Duplicate(Submission earlier) implements Receipt {}

    /** The file cannot be taken; the findings are FATAL. */
    record Refused(Submission submission, List<Finding> findings) implements Receipt {}

    /** The file has another number of data lines than its sender says (AMB-11); nothing of it is kept. */
    record Miscounted(int expected, int counted) implements Receipt {}

    /** The file is another legal entity's (FILE-008); nothing of it is kept. */
    record Foreign(Finding finding) implements Receipt {}
}
