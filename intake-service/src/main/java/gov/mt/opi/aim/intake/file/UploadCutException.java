package gov.mt.opi.aim.intake.file;

import java.io.IOException;

/** The body ended before it was complete. Nothing of it was kept. */
public final class UploadCutException extends IOException {

    private static final long serialVersionUID = 1L;

    UploadCutException() {
        super("the body ended early");
    }
}
