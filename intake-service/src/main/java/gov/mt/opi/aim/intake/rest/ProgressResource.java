package gov.mt.opi.aim.intake.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.progress.ProgressListener;
import gov.mt.opi.aim.intake.progress.ProgressWatch;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.BackPressureStrategy;
import io.smallrye.mutiny.subscription.MultiEmitter;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.sse.OutboundSseEvent;
import jakarta.ws.rs.sse.Sse;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** A submission as it moves. */
@Path("/api/v1/submissions/{id}/events")
@Blocking
@Tag(name = "Submissions")
public class ProgressResource {

    private final VisibleSubmissions visible;
    private final ProgressWatch watch;
    private final ObjectMapper json;

    @Inject
    ProgressResource(VisibleSubmissions visible, ProgressWatch watch, ObjectMapper json) {
        this.visible = visible;
        this.watch = watch;
        this.json = json;
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(
            summary = "The submission whenever its counts change, until it is complete",
            description =
                    "Server-sent events: each is the submission as JSON, the first as it stands now. The stream ends"
                            + " when every line has its outcome; comments keep it open meanwhile. Who reads too slowly misses"
                            + " steps, never the last one.")
    @APIResponse(responseCode = "200", description = "The stream")
    @APIResponse(responseCode = "503", description = "Too many listen at the moment; ask for the submission instead")
    public Multi<OutboundSseEvent> events(
            @PathParam("id") String id, @Context Sse sse, @Context HttpServerRequest request) {
        Submission now = visible.get(id);
        if (!now.isDone() && watch.isFull()) {
            throw tooMany();
        }
        // Filters of answers do not see streams; and a proxy that gathers them would make them useless.
        request.response().putHeader("Cache-Control", "no-store").putHeader("X-Accel-Buffering", "no");
        if (now.isDone()) {
            return Multi.createFrom().item(event(sse, now));
        }
        HttpConnection connection = request.connection();
        return Multi.createFrom()
                .emitter(
                        emitter -> {
                            emitter.emit(event(sse, now));
                            watch.listen(now, new Stream(this, sse, connection, emitter))
                                    .ifPresentOrElse(emitter::onTermination, emitter::complete);
                        },
                        // What was not read yet is replaced by what is true now.
                        BackPressureStrategy.LATEST);
    }

    /** Written as text, because a media type of its own would be one more field of the event, which no client knows. */
    private OutboundSseEvent event(Sse sse, Submission submission) {
        try {
            return sse.newEvent(json.writeValueAsString(SubmissionAnswer.of(submission)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a submission cannot be written as JSON", e);
        }
    }

    private static Problem tooMany() {
        return Problem.of(
                503,
                "too-many-listeners",
                "Too many listen",
                "Too many callers follow submissions at the moment. Ask for the submission itself instead.");
    }

    /** One caller's stream. */
    private record Stream(
            ProgressResource resource,
            Sse sse,
            HttpConnection connection,
            MultiEmitter<? super OutboundSseEvent> emitter)
            implements ProgressListener {

        @Override
        public void changed(Submission submission) {
            emitter.emit(resource.event(sse, submission));
        }

        @Override
        public void end() {
            emitter.complete();
        }

        @Override
        public void heartbeat() {
            emitter.emit(sse.newEventBuilder().comment("still at it").build());
        }

        @Override
        public boolean isUpToDate() {
            return emitter.requested() > 0;
        }

        @Override
        public void drop() {
            emitter.complete();
            connection.close();
        }
    }
}
