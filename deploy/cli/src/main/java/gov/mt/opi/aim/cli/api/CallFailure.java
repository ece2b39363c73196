package gov.mt.opi.aim.cli.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A call that brought no answer to work with. Its message is one line for people, without insides. */
public final class CallFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Who can help. */
    public enum Kind {
        /** The caller: the same call again fails again. */
        ASKED_WRONG,
        /** Time, or whoever runs the service: the same call may succeed later. */
        NOT_AVAILABLE
    }

    private final Kind kind;
    private final transient Optional<JsonNode> problem;

    private CallFailure(Kind kind, String message, Optional<JsonNode> problem) {
        super(message, null, false, false);
        this.kind = kind;
        this.problem = problem;
    }

    public static CallFailure askedWrong(String message) {
        return new CallFailure(Kind.ASKED_WRONG, message, Optional.empty());
    }

    public static CallFailure notAvailable(String message) {
        return new CallFailure(Kind.NOT_AVAILABLE, message, Optional.empty());
    }

    /** The same failure with the problem document (RFC 9457) that the service sent. */
    CallFailure with(JsonNode document) {
        return new CallFailure(kind, getMessage(), Optional.of(document));
    }

    public Kind kind() {
        return kind;
    }

    public Optional<JsonNode> problem() {
        return problem;
    }
}
