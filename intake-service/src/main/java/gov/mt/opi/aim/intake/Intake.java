package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.FileName;
import gov.mt.opi.aim.intake.file.PartFile;
import gov.mt.opi.aim.intake.outcome.Followed;
import gov.mt.opi.aim.intake.outcome.OutcomeLedger;
import gov.mt.opi.aim.intake.publishing.Publishing;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/**
 * The story of a file: it is received and durable before it is acknowledged, its lines are published, and the outcome of
 * every line is written down until none is missing.
 */
public final class Intake {

    private final FileFolder folder;
    private final FileExamination examination;
    private final SubmissionLedger submissions;
    private final OutcomeLedger outcomes;
    private final Publishing publishing;

    public Intake(
            FileFolder folder,
            FileExamination examination,
            SubmissionLedger submissions,
            OutcomeLedger outcomes,
            Publishing publishing) {
        this.folder = folder;
        this.examination = examination;
        this.submissions = submissions;
        this.outcomes = outcomes;
        this.publishing = publishing;
    }

    /**
     * Receives a file. The body is read to its end whatever the answer is.
     *
     * @throws IOException when the body was cut, the disk is full, or the disk fails; then nothing of the file is kept
     */
    public Receipt receive(Offer offer, InputStream body) throws IOException {
        FileName name = FileName.of(offer.fileName());
        if (!offer.mayBring(name)) {
            FileFolder.discard(body);
            return new Receipt.Foreign(name.findingOfDistrict("FILE-008"));
        }
        try (PartFile part = folder.receive(body)) {
            return enter(offer, name, part);
        }
    }

    /**
     * Runs the kept file of a submission again under today's rules: a new submission that only validates.
     *
     * @throws java.nio.file.NoSuchFileException when the file was not kept
     * @throws IOException when the disk is full or fails
     */
    public Receipt replay(Submission original, String sender) throws IOException {
        try (PartFile part = folder.copy(original.id())) {
            return enter(Offer.replay(original, sender), FileName.of(original.fileName()), part);
        }
    }

    /** Writes down what became of lines. Outcomes that are known already change nothing. */
    public Followed follow(List<RecordOutcome> lines) {
        return outcomes.record(lines);
    }

    private Receipt enter(Offer offer, FileName name, PartFile part) throws IOException {
        Arrival arrival = examination.examine(offer, name, part);
        if (arrival.isRefused()) {
            return new Receipt.Refused(submissions.refuse(arrival), arrival.findings());
        }
        int lines = arrival.survey().lines();
        if (offer.expectedRecords().orElse(lines) != lines) {
            return new Receipt.Miscounted(offer.expectedRecords().getAsInt(), lines);
        }
        folder.keep(part, arrival.id());
        Receipt receipt = submissions.take(arrival);
        if (receipt instanceof Receipt.Duplicate) {
            folder.forget(arrival.id());
        } else {
            publishing.wake();
        }
        return receipt;
    }
}
