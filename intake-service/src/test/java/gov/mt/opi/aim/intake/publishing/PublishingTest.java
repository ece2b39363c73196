package gov.mt.opi.aim.intake.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import gov.mt.opi.aim.intake.file.FileFolder;
import gov.mt.opi.aim.intake.file.PartFile;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublishingTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-000000000001");

    @TempDir
    Path root;

    private FileFolder folder;
    private final PublishingScene scene = new PublishingScene();

    @BeforeEach
    void keepAFile() throws Exception {
        folder = new FileFolder(root, "1", 1_000_000, 0);
        folder.open();
        byte[] content = "HD\r\na\r\n\r\nb\r\nc\r\nd\r\ne\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        try (PartFile part = folder.receive(new ByteArrayInputStream(content))) {
            folder.keep(part, ID);
        }
    }

    @Test
    void publishesEveryDataLineWithItsLineAndOrdinal() throws Exception {
        scene.publish(folder, claim(ID, 5, 0), 2);

        assertThat(scene.published()).extracting(RecordSubmitted::record).containsExactly("a", "b", "c", "d", "e");
        assertThat(scene.published()).extracting(RecordSubmitted::line).containsExactly(2, 4, 5, 6, 7);
        assertThat(scene.published()).extracting(RecordSubmitted::ordinal).containsExactly(1, 2, 3, 4, 5);
        assertThat(scene.progress()).containsExactly(2, 4, 5);
        assertThat(scene.failures()).isEmpty();
    }

    @Test
    void goesOnWhereItWasAfterACrash() throws Exception {
        scene.publish(folder, claim(ID, 5, 2), 2);

        assertThat(scene.published()).extracting(RecordSubmitted::record).containsExactly("c", "d", "e");
        assertThat(scene.progress()).containsExactly(4, 5);
    }

    @Test
    void stopsWhenAnotherInstanceTookTheFileOver() throws Exception {
        scene.loseLeaseAfter(2);

        scene.publish(folder, claim(ID, 5, 0), 2);

        assertThat(scene.progress()).containsExactly(2);
    }

    @Test
    void saysThatWeFailedWhenTheStoredFileIsGone() throws Exception {
        scene.publish(folder, claim(UUID.randomUUID(), 5, 0), 2);

        assertThat(scene.failures()).containsExactly("The stored file is gone.");
        assertThat(scene.published()).isEmpty();
    }

    @Test
    void saysThatWeFailedWhenTheStoredFileIsShorterThanItWas() throws Exception {
        scene.publish(folder, claim(ID, 9, 0), 100);

        assertThat(scene.failures()).containsExactly("The stored file is not as long as it was at receipt.");
    }

    private static Claim claim(UUID id, int lines, int publishedOrdinal) {
        return new Claim(
                id,
                "63",
                1,
                lines,
                LocalDateTime.of(2007, 3, 15, 16, 0),
                Mode.SUBMIT,
                false,
                StandardCharsets.UTF_8,
                publishedOrdinal);
    }
}
