package gov.mt.opi.aim.cli;

import gov.mt.opi.aim.cli.api.CallFailure;
import gov.mt.opi.aim.cli.api.Submission;

/** What the program ends with; the later, the graver, so that of several files the gravest is told. */
enum ExitCode {
    /** Nothing was rejected, or what was asked for was brought. Held is not rejected. */
    NOTHING_REJECTED(0),
    /** At least one record was rejected. */
    REJECTED(1),
    /** The command cannot be understood, or AIM knows no such user or submission, or does not allow it. */
    ASKED_WRONG(2),
    /** A file was not taken at all. */
    REFUSED(3),
    /** AIM cannot be reached, failed, or took longer than the time given. */
    NOT_AVAILABLE(4);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    int number() {
        return number;
    }

    static ExitCode of(Submission submission) {
        if (submission.hasFailed()) {
            return NOT_AVAILABLE;
        }
        if (submission.isRefused()) {
            return REFUSED;
        }
        return submission.records("rejected") > 0 ? REJECTED : NOTHING_REJECTED;
    }

    static ExitCode of(CallFailure failure) {
        return failure.kind() == CallFailure.Kind.ASKED_WRONG ? ASKED_WRONG : NOT_AVAILABLE;
    }
}
