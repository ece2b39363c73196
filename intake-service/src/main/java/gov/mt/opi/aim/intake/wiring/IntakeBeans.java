package gov.mt.opi.aim.intake.wiring;

import gov.mt.opi.aim.chassis.registry.RegistryFollower;
import gov.mt.opi.aim.intake.Intake;
import gov.mt.opi.aim.intake.SubmissionLedger;
import gov.mt.opi.aim.intake.file.FileConfig;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.FileLimits;
import gov.mt.opi.aim.intake.outcome.OutcomeLedger;
import gov.mt.opi.aim.intake.publishing.Publishing;
import gov.mt.opi.aim.intake.publishing.PublishingConfig;
import gov.mt.opi.aim.intake.publishing.PublishingQueue;
import gov.mt.opi.aim.intake.publishing.SubmittedRecords;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The story and its actors as beans. */
class IntakeBeans {

    @Produces
    @Singleton
    Clock clock() {
        return Clock.systemUTC();
    }

    @Produces
    @Singleton
    FileFolder folder(FileConfig config, @ConfigProperty(name = "aim.instance") String instance) throws IOException {
        FileFolder folder =
                new FileFolder(config.folder(), instance, config.fileSizeBytesMax(), config.freeSpaceBytesMin());
        folder.open();
        return folder;
    }

    @Produces
    @Singleton
    Publishing publishing(FileFolder folder, PublishingQueue queue, SubmittedRecords records, PublishingConfig config) {
        return new Publishing(folder, queue, records, config);
    }

    @Produces
    @Singleton
    Intake intake(
            FileFolder folder,
            FileConfig config,
            RegistryFollower registry,
            SubmissionLedger submissions,
            OutcomeLedger outcomes,
            Publishing publishing,
            Clock clock) {
        FileLimits limits = new FileLimits(config.fileSizeBytesMax(), config.fileLinesMax(), config.headerAgeDaysMax());
        return new Intake(folder, limits, registry, submissions, outcomes, publishing, clock);
    }

    void start(@Observes StartupEvent start, Publishing publishing) {
        publishing.start();
    }

    void stop(@Observes ShutdownEvent stop, Publishing publishing) {
        publishing.close();
    }
}
