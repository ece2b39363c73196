package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.chassis.security.RegisteredDistricts;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.intake.file.FileDates;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.FileLimits;
import gov.mt.opi.aim.intake.file.FileName;
import gov.mt.opi.aim.intake.file.FileSurvey;
import gov.mt.opi.aim.intake.file.PartFile;
import gov.mt.opi.aim.intake.outcome.Followed;
import gov.mt.opi.aim.intake.outcome.OutcomeLedger;
import gov.mt.opi.aim.intake.publishing.Publishing;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/**
 * The story of a file: it is received and durable before it is acknowledged, its lines are published, and the outcome of
 * every line is written down until none is missing.
 */
public final class Intake {

    /** Days begin and end in Montana. */
    private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");

    private final FileFolder folder;
    private final FileLimits limits;
    private final RegisteredDistricts registry;
    private final SubmissionLedger submissions;
    private final OutcomeLedger outcomes;
    private final Publishing publishing;
    private final Clock clock;

    public Intake(
            FileFolder folder,
            FileLimits limits,
            RegisteredDistricts registry,
            SubmissionLedger submissions,
            OutcomeLedger outcomes,
            Publishing publishing,
            Clock clock) {
        this.folder = folder;
        this.limits = limits;
        this.registry = registry;
        this.submissions = submissions;
        this.outcomes = outcomes;
        this.publishing = publishing;
        this.clock = clock;
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
            FileSurvey survey = part.survey(limits, name.districtNumber());
            Arrival arrival = Arrival.of(offer, name, part, survey, findings(name, survey), clock.instant());
            if (arrival.isRefused()) {
                return new Receipt.Refused(submissions.refuse(arrival), arrival.findings());
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

    /** Writes down what became of lines. Outcomes that are known already change nothing. */
    public Followed follow(List<RecordOutcome> lines) {
        return outcomes.record(lines);
    }

    private List<Finding> findings(FileName name, FileSurvey survey) {
        List<Finding> findings = new ArrayList<>(name.findings());
        if (!name.districtNumber().map(registry::isRegistered).orElse(true)) {
            findings.add(name.findingOfDistrict("FILE-007"));
        }
        findings.addAll(survey.findings());
        LocalDate today = LocalDate.now(clock.withZone(MOUNTAIN));
        findings.addAll(FileDates.check(name, survey.header(), today, limits.headerAgeDaysMax()));
        return findings;
    }
}
