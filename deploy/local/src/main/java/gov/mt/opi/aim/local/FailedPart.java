package gov.mt.opi.aim.local;

import java.io.IOException;
import java.nio.file.Path;

/** A part of the system failed: which one, how, and where its log is. */
public final class FailedPart extends IOException {

    private static final long serialVersionUID = 1L;

    FailedPart(String part, String how, Path log) {
        super(part + " " + how + "\n  its log: " + log);
    }

    FailedPart(String part, String how) {
        super(part + " " + how);
    }
}
