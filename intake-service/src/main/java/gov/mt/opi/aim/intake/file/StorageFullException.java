package gov.mt.opi.aim.intake.file;

import java.io.IOException;

/** The disk has no room for the file. Nothing of it was kept. */
public final class StorageFullException extends IOException {

    private static final long serialVersionUID = 1L;

    StorageFullException() {
        super("no room for the file");
    }
}
