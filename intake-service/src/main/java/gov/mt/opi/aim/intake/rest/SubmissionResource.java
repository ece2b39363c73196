package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Page;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.chassis.rest.QueryParameters;
import gov.mt.opi.aim.chassis.security.Caller;
import gov.mt.opi.aim.chassis.security.Roles;
import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.intake.Intake;
import gov.mt.opi.aim.intake.Offer;
import gov.mt.opi.aim.intake.Receipt;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.SubmissionLedger;
import gov.mt.opi.aim.intake.SubmissionStatus;
import gov.mt.opi.aim.intake.file.FileFolder;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Files in, submissions out. */
@Path("/api/v1/submissions")
@Produces(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Submissions", description = "Files that districts sent, and how far they are")
public class SubmissionResource {

    private final Intake intake;
    private final SubmissionLedger submissions;
    private final VisibleSubmissions visible;
    private final Caller caller;
    private final ReceiptAnswer answer;

    @Inject
    SubmissionResource(
            Intake intake,
            SubmissionLedger submissions,
            VisibleSubmissions visible,
            Caller caller,
            ReceiptAnswer answer) {
        this.intake = intake;
        this.submissions = submissions;
        this.visible = visible;
        this.caller = caller;
        this.answer = answer;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.OPI_ADMIN})
    @Operation(summary = "Send a file", description = "The raw bytes of an MT1.3 file are the body; no multipart.")
    @APIResponse(responseCode = "202", description = "The file is durably kept and will be processed")
    @APIResponse(responseCode = "200", description = "The same bytes were sent before: the earlier submission")
    @APIResponse(responseCode = "422", description = "The file cannot be taken; the findings say why")
    @APIResponse(responseCode = "403", description = "The file is another legal entity's")
    public Response submit(
            @QueryParam("fileName") String fileName,
            @QueryParam("mode") String mode,
            @QueryParam("adoptStateIds") String adoptStateIds,
            @QueryParam("again") String again,
            @Parameter(
                            description =
                                    "data lines that the file should have; another number is a 422 and nothing is kept")
                    @QueryParam("expectedRecords")
                    String expectedRecords,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = "application/octet-stream",
                                            schema = @Schema(format = "binary")))
                    InputStream body)
            throws IOException {
        Offer offer;
        try {
            offer = offer(fileName, mode, adoptStateIds, again, expectedRecords);
        } catch (Problem problem) {
            FileFolder.discard(body); // so that the sender, who is still sending, gets to read the answer
            throw problem;
        }
        Receipt receipt = intake.receive(offer, body);
        return answer.of(receipt);
    }

    @GET
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(summary = "Submissions, newest first")
    public Page<SubmissionAnswer> list(
            @QueryParam("districtNumber") String districtNumber,
            @QueryParam("status") String status,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        Optional<SubmissionStatus> wanted = QueryParameters.constant("status", SubmissionStatus.class, status);
        PageRequest request = PageRequest.of(page, size);
        Page<Submission> found = submissions.page(caller.scope(district(districtNumber)), wanted, request);
        List<SubmissionAnswer> items =
                found.items().stream().map(SubmissionAnswer::of).toList();
        return new Page<>(items, found.page(), found.size(), found.total());
    }

    @GET
    @Path("/{id}")
    @RolesAllowed({Roles.DISTRICT_SUBMIT, Roles.DISTRICT_VIEW, Roles.OPI_STEWARD, Roles.OPI_REPORT, Roles.OPI_ADMIN})
    @Operation(summary = "One submission with its counts as they stand now")
    public SubmissionAnswer get(@PathParam("id") String id) {
        return SubmissionAnswer.of(visible.get(id));
    }

    private Offer offer(String fileName, String mode, String adoptStateIds, String again, String expectedRecords) {
        if (fileName == null || fileName.isBlank()) {
            throw Problem.badRequest("bad-parameter", "Give the name of the file as ?fileName=63_03152007.tsv.");
        }
        boolean adopt = QueryParameters.flag("adoptStateIds", adoptStateIds);
        if (adopt && !caller.has(Roles.OPI_ADMIN)) {
            throw Problem.forbidden("Only OPI can have State IDs taken over (adoptStateIds).");
        }
        return new Offer(
                fileName,
                QueryParameters.constant("mode", Mode.class, mode).orElse(Mode.SUBMIT),
                adopt,
                QueryParameters.flag("again", again),
                lines(expectedRecords),
                caller.name(),
                caller.onlyDistrict(),
                Optional.empty());
    }

    private static OptionalInt lines(String expected) {
        Optional<String> number = QueryParameters.text(expected);
        if (number.isPresent() && !number.get().matches("[0-9]{1,9}")) {
            throw Problem.badRequest(
                    "bad-parameter", "expectedRecords must be a number of data lines, not " + expected + ".");
        }
        return number.map(text -> OptionalInt.of(Integer.parseInt(text))).orElse(OptionalInt.empty());
    }

    private static Optional<String> district(String asked) {
        Optional<String> number = QueryParameters.text(asked);
        number.filter(text -> !text.matches("[0-9]{1,4}")).ifPresent(text -> {
            throw Problem.badRequest("bad-parameter", "districtNumber must be 1 to 4 digits, not " + text + ".");
        });
        return number.map(text -> text.replaceFirst("^0+(?=.)", ""));
    }
}
