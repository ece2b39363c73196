package gov.mt.opi.aim.intake;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.FileLimits;
import gov.mt.opi.aim.intake.file.PartFile;
import gov.mt.opi.aim.intake.publishing.PublishingScene;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrphanSweepTest {

    private static final String FILE = "HD\t03/15/2007\t16:00:00\tMT1.3\r\nSD\t63\tx\r\n";

    @TempDir
    Path root;

    private FileFolder folder;
    private final RememberedArrivals submissions = new RememberedArrivals();
    private OrphanSweep sweep;

    @BeforeEach
    void open() throws IOException {
        folder = new FileFolder(root, "1", 1_000, 0);
        folder.open();
        sweep = new OrphanSweep(folder, submissions);
    }

    @Test
    void removesAFileThatACrashLeftBeforeItWasASubmission() throws IOException {
        UUID orphan = UUID.randomUUID();
        keep(orphan);
        UUID submission = received();

        assertThat(sweep.sweep(Instant.now().plus(Duration.ofHours(2)))).isEqualTo(1);

        Assertions.assertThatThrownBy(() -> folder.lines(orphan)).isInstanceOf(NoSuchFileException.class);
        try (var lines = folder.lines(submission)) {
            assertThat(lines.next()).isTrue();
        }
    }

    @Test
    void leavesAFileThatMayStillBeOnItsWay() throws IOException {
        keep(UUID.randomUUID());

        assertThat(sweep.sweep(Instant.now().plus(Duration.ofMinutes(50)))).isZero();
    }

    @Test
    void leavesEverythingWhenTheDatabaseSeemsToBeAnotherOne() throws IOException {
        for (int i = 0; i < 101; i++) {
            keep(UUID.randomUUID());
        }

        assertThat(sweep.sweep(Instant.now().plus(Duration.ofHours(2)))).isZero();
        try (var files = Files.walk(root.resolve("files"))) {
            assertThat(files.filter(Files::isRegularFile)).hasSize(101);
        }
    }

    private void keep(UUID id) throws IOException {
        try (PartFile part = folder.receive(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)))) {
            folder.keep(part, id);
        }
    }

    private UUID received() throws IOException {
        Intake intake = new Intake(
                folder,
                new FileExamination(new FileLimits(1_000, 10, OptionalInt.empty()), "63"::equals, Clock.systemUTC()),
                submissions,
                outcomes -> {
                    throw new IllegalStateException("no outcomes here");
                },
                PublishingScene.idle(folder));
        Offer offer = new Offer(
                "63_03152007.tsv",
                Mode.SUBMIT,
                false,
                false,
                OptionalInt.empty(),
                "opi",
                Optional.empty(),
                Optional.empty());
        intake.receive(offer, new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)));
        return submissions.last().id();
    }
}
