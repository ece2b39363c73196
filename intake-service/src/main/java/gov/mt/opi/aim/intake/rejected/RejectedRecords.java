package gov.mt.opi.aim.intake.rejected;

import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.intake.Submission;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.LineReader;
import gov.mt.opi.aim.intake.outcome.LineOutcomes;
import gov.mt.opi.aim.intake.outcome.Sink;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Finds the rejected lines of a submission in its kept file: one pass, nothing held but one segment's findings. */
public final class RejectedRecords {

    private final FileFolder folder;
    private final RejectedLines ledger;

    public RejectedRecords(FileFolder folder, RejectedLines ledger) {
        this.folder = folder;
        this.ledger = ledger;
    }

    /**
     * The header line as it was submitted.
     *
     * @throws java.nio.file.NoSuchFileException when the file was not kept
     */
    public String header(Submission submission) throws IOException {
        try (LineReader file = folder.lines(submission.id())) {
            return file.next() ? file.text(submission.encoding()) : "";
        }
    }

    /**
     * Every rejected line, in the order of the file.
     *
     * @throws java.nio.file.NoSuchFileException when the file was not kept
     */
    public void forEach(Submission submission, Sink<RejectedRecord> sink) throws IOException {
        UUID id = submission.id();
        int segment = -1;
        Map<Integer, List<Finding>> rejected = Map.of();
        try (LineReader file = folder.lines(id)) {
            while (file.next()) {
                int line = file.number();
                if (LineOutcomes.segmentOf(line) != segment) {
                    segment = LineOutcomes.segmentOf(line);
                    rejected = ledger.ofSegment(id, segment);
                }
                List<Finding> findings = rejected.get(line);
                if (findings != null) {
                    sink.accept(new RejectedRecord(line, text(id, file, submission.encoding()), findings));
                }
            }
        }
    }

    /** A line too long to be held is copied from the file. */
    private RejectedRecord.Text text(UUID id, LineReader file, Charset encoding) {
        if (file.isCut()) {
            long from = file.from();
            long length = file.length();
            return out -> folder.copyText(id, from, length, encoding, out);
        }
        String text = AddedColumns.strip(file.text(encoding));
        return out -> out.write(text);
    }
}
