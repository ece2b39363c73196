package gov.mt.opi.aim.local;

/** The command cannot be understood; the message says how it is meant. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
