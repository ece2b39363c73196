package gov.mt.opi.aim.intake.wiring;

import gov.mt.opi.aim.chassis.registry.RegistryFollower;
import gov.mt.opi.aim.intake.FileExamination;
import gov.mt.opi.aim.intake.Intake;
import gov.mt.opi.aim.intake.OrphanSweep;
import gov.mt.opi.aim.intake.SubmissionLedger;
import gov.mt.opi.aim.intake.file.FileConfig;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.FileLimits;
import gov.mt.opi.aim.intake.outcome.OutcomeLedger;
import gov.mt.opi.aim.intake.progress.ProgressConfig;
import gov.mt.opi.aim.intake.progress.ProgressWatch;
import gov.mt.opi.aim.intake.publishing.Publishing;
import gov.mt.opi.aim.intake.publishing.PublishingConfig;
import gov.mt.opi.aim.intake.publishing.PublishingQueue;
import gov.mt.opi.aim.intake.publishing.SubmittedRecords;
import gov.mt.opi.aim.intake.rejected.RejectedLines;
import gov.mt.opi.aim.intake.rejected.RejectedRecords;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/** The story and its actors as beans. */
class IntakeBeans {

    private static final Logger LOG = Logger.getLogger(IntakeBeans.class);

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
    RejectedRecords rejected(FileFolder folder, RejectedLines lines) {
        return new RejectedRecords(folder, lines);
    }

    @Produces
    @Singleton
    ProgressWatch watch(SubmissionLedger submissions, ProgressConfig config, MeterRegistry meters) {
        ProgressWatch watch = new ProgressWatch(submissions, config).start();
        Gauge.builder("aim.progress.listeners", watch, ProgressWatch::listeners)
                .description("Callers that follow a submission")
                .register(meters);
        return watch;
    }

    void stop(@Disposes ProgressWatch watch) {
        watch.close();
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
        FileExamination examination = new FileExamination(limits, registry, clock);
        return new Intake(folder, examination, submissions, outcomes, publishing);
    }

    void start(
            @Observes StartupEvent start,
            Publishing publishing,
            FileFolder folder,
            SubmissionLedger submissions,
            Clock clock) {
        publishing.start();
        Thread sweep = new Thread(() -> sweep(new OrphanSweep(folder, submissions), clock), "orphan-sweep");
        sweep.setDaemon(true);
        sweep.start();
    }

    private static void sweep(OrphanSweep sweep, Clock clock) {
        try {
            sweep.sweep(clock.instant());
        } catch (IOException | RuntimeException e) {
            LOG.warnf(
                    "the folder of kept files could not be swept (%s)",
                    e.getClass().getName());
        }
    }

    void stop(@Observes ShutdownEvent stop, Publishing publishing) {
        publishing.close();
    }
}
