package gov.mt.opi.aim.reporting.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.reporting.rebuild.Rebuild;
import gov.mt.opi.aim.reporting.rebuild.Rebuild.Progress;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.logging.Logger;

/** The read model as a whole: makes it again from the state topics, while it serves. */
@Path("/api/v1/read-model/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.OPI_ADMIN)
public class ReadModelResource {

    private static final Logger LOG = Logger.getLogger(ReadModelResource.class);

    private final Rebuild rebuild;
    private final ManagedExecutor threads;

    @Inject
    ReadModelResource(Rebuild rebuild, ManagedExecutor threads) {
        this.rebuild = rebuild;
        this.threads = threads;
    }

    @POST
    @Operation(summary = "Builds the read model from zero; counts go on from the old one until the new one is complete")
    public Response start() {
        Progress begun = rebuild.begin()
                .orElseThrow(() -> Problem.of(409, "running", "Not now", "A rebuild is under way already."));
        threads.execute(this::run);
        return Response.accepted(begun)
                .location(URI.create("/api/v1/read-model/rebuild"))
                .build();
    }

    private void run() {
        try {
            rebuild.run();
        } catch (RuntimeException e) {
            LOG.error("the rebuild failed; the old read model goes on serving", e);
        }
    }

    @GET
    @Operation(summary = "How the last rebuild stands")
    public Progress progress() {
        return rebuild.progress();
    }
}
