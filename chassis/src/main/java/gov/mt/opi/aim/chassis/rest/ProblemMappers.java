package gov.mt.opi.aim.chassis.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Turns whatever ends a request early into a problem document. Nothing of our insides is told to the caller. */
public class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    private static final MediaType PROBLEM_JSON = new MediaType("application", "problem+json");

    @ServerExceptionMapper
    public Response problem(Problem problem) {
        return answer(problem);
    }

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response notSignedIn(RuntimeException anonymousOrWrongPassword) {
        return Response.fromResponse(
                        answer(Problem.of(401, "not-signed-in", "Not signed in", "Sign in to use this service.")))
                .header("WWW-Authenticate", "Basic realm=\"AIM\"")
                .build();
    }

    @ServerExceptionMapper
    public Response notAllowed(ForbiddenException roleMissing) {
        return answer(Problem.forbidden("Your role does not allow this call."));
    }

    /** The second kind is named because the framework has a mapper of its own for it, which the first does not outrank. */
    @ServerExceptionMapper({JsonProcessingException.class, MismatchedInputException.class})
    public Response notJson(JsonProcessingException unreadable) {
        return answer(Problem.badRequest("unreadable-body", "The body is not the JSON that this call takes."));
    }

    @ServerExceptionMapper
    public Response framework(WebApplicationException thrown) {
        int status = thrown.getResponse().getStatus();
        if (status < 400) {
            return thrown.getResponse();
        }
        if (status >= 500) {
            return failure(thrown);
        }
        String reason = Response.Status.fromStatusCode(status) == null
                ? "Refused"
                : Response.Status.fromStatusCode(status).getReasonPhrase();
        return answer(Problem.of(
                status,
                reason.toLowerCase().replace(' ', '-'),
                reason,
                switch (status) {
                    case 404 -> "There is nothing at this address.";
                    case 405 -> "This address does not take this method.";
                    case 406 -> "This address cannot answer in the media type that you accept.";
                    case 415 -> "This address does not take a body of this media type.";
                    default -> "The request cannot be understood.";
                }));
    }

    @ServerExceptionMapper
    public Response failure(Throwable failure) {
        String reference = UUID.randomUUID().toString();
        // The class and the place, never the message: messages of libraries can repeat a student's data.
        StackTraceElement[] trace = failure.getStackTrace();
        LOG.errorf(
                "failure %s: %s at %s",
                reference, failure.getClass().getName(), trace.length == 0 ? "unknown place" : trace[0]);
        return answer(Problem.of(
                500,
                "failure",
                "We failed",
                "This is a failure of ours, not of your data. Try again; tell OPI the reference " + reference
                        + " if it stays."));
    }

    private static Response answer(Problem problem) {
        return Response.status(problem.status())
                .type(PROBLEM_JSON)
                .entity(problem.document())
                .build();
    }
}
