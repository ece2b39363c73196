package gov.mt.opi.aim.intake.rest;

import gov.mt.opi.aim.chassis.rest.Problem;
import gov.mt.opi.aim.intake.Receipt;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** What a caller hears about a file that was offered or run again. */
@ApplicationScoped
class ReceiptAnswer {

    private final MeterRegistry meters;

    @Inject
    ReceiptAnswer(MeterRegistry meters) {
        this.meters = meters;
    }

    /**
     * The answer.
     *
     * @throws Problem 422 or 403 for a file that was not taken
     */
    Response of(Receipt receipt) {
        meters.counter("aim.receipts", "kind", receipt.getClass().getSimpleName())
                .increment();
        if (receipt instanceof Receipt.Taken taken) {
            meters.counter("aim.lines.in").increment(taken.submission().lines().total());
            return Response.accepted(SubmissionAnswer.of(taken.submission()))
                    .location(URI.create(
                            "/api/v1/submissions/" + taken.submission().id()))
                    .build();
        }
        if (receipt instanceof Receipt.Duplicate duplicate) {
            return Response.ok(SubmissionAnswer.duplicate(duplicate.earlier())).build();
        }
        if (receipt instanceof Receipt.Refused refused) {
            refused.findings().forEach(finding -> meters.counter("aim.findings", "rule", finding.ruleId())
                    .increment());
            throw Problem.of(
                            422,
                            "file-refused",
                            "The file cannot be taken",
                            "The file was not taken: "
                                    + refused.findings().get(0).message())
                    .with("submissionId", refused.submission().id())
                    .with("findings", refused.findings());
        }
        if (receipt instanceof Receipt.Miscounted miscounted) {
            throw Problem.of(
                            422,
                            "unexpected-record-count",
                            "The file is not as long as you say",
                            "The file has " + miscounted.counted() + " data lines, not " + miscounted.expected()
                                    + ". Nothing of it was kept: send the whole file, or another expectedRecords.")
                    .with("expectedRecords", miscounted.expected())
                    .with("records", miscounted.counted());
        }
        Receipt.Foreign foreign = (Receipt.Foreign) receipt;
        throw Problem.forbidden(foreign.finding().message()).with("findings", List.of(foreign.finding()));
    }
}
