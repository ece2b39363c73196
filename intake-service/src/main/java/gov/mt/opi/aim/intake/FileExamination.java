package gov.mt.opi.aim.intake;

import gov.mt.opi.aim.chassis.security.RegisteredDistricts;
import gov.mt.opi.aim.contracts.rule.Finding;
import gov.mt.opi.aim.intake.file.FileDates;
import gov.mt.opi.aim.intake.file.FileLimits;
import gov.mt.opi.aim.intake.file.FileName;
import gov.mt.opi.aim.intake.file.FileSurvey;
import gov.mt.opi.aim.intake.file.PartFile;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;

/** Looks at a file as a whole, by today's rules: its name, its content, its dates, and whether its district is known. */
public final class FileExamination {

    /** Days begin and end in Montana. */
    private static final ZoneId MOUNTAIN = ZoneId.of("America/Denver");

    private final FileLimits limits;
    private final RegisteredDistricts registry;
    private final Clock clock;

    public FileExamination(FileLimits limits, RegisteredDistricts registry, Clock clock) {
        this.limits = limits;
        this.registry = registry;
        this.clock = clock;
    }

    Arrival examine(Offer offer, FileName name, PartFile part) throws IOException {
        FileSurvey survey = part.survey(limits, name.districtNumber());
        return Arrival.of(offer, name, part, survey, findings(name, survey), clock.instant());
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
