package gov.mt.opi.aim.local;

/** The command cannot be understood; the message says how it is meant. */
public final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UsageException(String message) {
        super(message);
    }
}
