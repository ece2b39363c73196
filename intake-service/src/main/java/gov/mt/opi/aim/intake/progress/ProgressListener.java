package gov.mt.opi.aim.intake.progress;

import gov.mt.opi.aim.intake.Submission;

/** Somebody who wants to know how far a submission is. Called by one thread, never twice at a time. */
public interface ProgressListener {

    /** The submission changed. Must not wait: what the other end has not read yet may be replaced. */
    void changed(Submission submission);

    /** The submission is done, and so are we with the listener. */
    void end();

    /** Nothing changed for a while. */
    void heartbeat();

    /** True when the other end has read everything so far. */
    boolean isUpToDate();

    /** The other end does not read: it is let go. */
    void drop();
}
