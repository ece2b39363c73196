package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.SubmissionStatus;
import gov.mt.opi.aim.intake.rejected.AddedColumns;
import gov.mt.opi.aim.intake.rejected.RejectedRecords;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The lines to mend and send again. They stay verbatim: what is sent back must be what was sent. */
@Path("/api/v1/submissions/{id}/rejected-records")
@Blocking
@Tag(name = "Findings")
public class RejectedRecordResource {

    private final VisibleSubmissions visible;
    private final RejectedRecords rejected;

    @Inject
    RejectedRecordResource(VisibleSubmissions visible, RejectedRecords rejected) {
        this.visible = visible;
        this.rejected = rejected;
    }

    @GET
    @Produces(Accepted.TSV)
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(
            summary = "The rejected lines: mend, send again, done",
            description =
                    "Each rejected line as it was submitted, in UTF-8, followed by four columns: line number, rule"
                            + " ids, field names (- for the record as a whole), messages; those of several findings with `; `"
                            + " between them. Lines that are blocked by another rejected line (XF-012) are among them, so that"
                            + " sending back only these lines is enough. Put the HD line in front and send the mended lines as a"
                            + " file under the usual name; the four columns may stay where they are, they are left out when the"
                            + " file comes in. `forResubmission=true` gives that file at once: the HD line as it was sent and the"
                            + " rejected lines without the columns. The HD line is the old one on purpose: what a newer file said"
                            + " meanwhile stays newer.")
    public Response rejectedRecords(
            @PathParam("id") String id,
            @Parameter(description = "true: a file ready to be mended and sent") @QueryParam("forResubmission")
                    String forResubmission) {
        boolean ready = QueryParameters.flag("forResubmission", forResubmission);
        Submission submission = visible.get(id);
        boolean kept = submission.status() != SubmissionStatus.REFUSED;
        StreamingOutput lines = out -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 32 * 1024);
            if (kept) {
                write(submission, ready, writer);
            }
            writer.flush();
        };
        return Response.ok(lines, Accepted.TSV_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + name(submission, ready) + "\"")
                .build();
    }

    private void write(Submission submission, boolean ready, Writer out) throws IOException {
        if (ready) {
            out.write(rejected.header(submission));
            out.write('\n');
        }
        rejected.forEach(submission, record -> {
            record.text().writeTo(out);
            if (!ready) {
                out.write(AddedColumns.of(record));
            }
            out.write('\n');
        });
    }

    /** A name that was taken holds nothing that a header could not; a refused one might. */
    private static String name(Submission submission, boolean ready) {
        String stem = submission.fileName().replaceFirst("(?i)\\.tsv$", "").replaceAll("[^A-Za-z0-9_-]", "_");
        return stem + (ready ? ".tsv" : "-rejected.tsv");
    }
}
