package gov.mt.opi.aim.intake.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileFolderTest {

    private static final UUID ID = UUID.fromString("01920000-0000-7000-8000-0000000000ab");

    @TempDir
    Path root;

    @Test
    void keepsAFileByItsIdAndKnowsItsHash() throws IOException {
        FileFolder folder = folder(1000, 0);
        try (PartFile part = folder.receive(body("abc"))) {
            assertThat(part.sha256()).isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
            assertThat(part.sizeBytes()).isEqualTo(3);
            folder.keep(part, ID);
        }
        assertThat(root.resolve("files/ab/" + ID + ".tsv")).hasContent("abc");
        assertThat(parts()).isZero();
        folder.forget(ID);
        assertThatThrownBy(() -> folder.lines(ID)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void forgetsWhatWasNotKept() throws IOException {
        try (PartFile part = folder(1000, 0).receive(body("abc"))) {
            assertThat(parts()).isEqualTo(1);
            assertThat(part.sizeBytes()).isEqualTo(3);
        }
        assertThat(parts()).isZero();
    }

    @Test
    void readsABodyOverTheLimitToItsEndWithoutStoringIt() throws IOException {
        InputStream body = body("x".repeat(1_000_000));
        try (PartFile part = folder(1000, 0).receive(body)) {
            assertThat(part.sizeBytes()).isEqualTo(1_000_000);
            assertThat(Files.size(part.path())).isZero();
            assertThat(body.read()).isEqualTo(-1);
        }
    }

    @Test
    void keepsNothingOfABodyThatIsCut() throws IOException {
        InputStream cut = new InputStream() {
            private int left = 10;

            @Override
            public int read() throws IOException {
                if (left-- == 0) {
                    throw new IOException("connection reset");
                }
                return 'x';
            }

            @Override
            public int read(byte[] into, int from, int length) throws IOException {
                into[from] = (byte) read();
                return 1;
            }
        };
        FileFolder folder = folder(1000, 0);
        assertThatThrownBy(() -> folder.receive(cut)).isInstanceOf(UploadCutException.class);
        assertThat(parts()).isZero();
    }

    @Test
    void saysThatThereIsNoRoomAndKeepsNothing() throws IOException {
        FileFolder folder = folder(1000, Long.MAX_VALUE);
        InputStream body = body("abc");
        assertThatThrownBy(() -> folder.receive(body)).isInstanceOf(StorageFullException.class);
        assertThat(parts()).isZero();
        assertThat(body.read()).isEqualTo(-1);
    }

    @Test
    void clearsAwayOnlyItsOwnLeftOversAtStart() throws IOException {
        folder(1000, 0);
        Files.writeString(root.resolve("parts/one.left.part"), "x");
        Files.writeString(root.resolve("parts/other.busy.part"), "x");
        folder(1000, 0);
        assertThat(root.resolve("parts/one.left.part")).doesNotExist();
        assertThat(root.resolve("parts/other.busy.part")).exists();
    }

    private FileFolder folder(long sizeBytesMax, long freeSpaceBytesMin) throws IOException {
        FileFolder folder = new FileFolder(root, "one", sizeBytesMax, freeSpaceBytesMin);
        folder.open();
        return folder;
    }

    private long parts() throws IOException {
        try (Stream<Path> files = Files.list(root.resolve("parts"))) {
            return files.count();
        }
    }

    private static InputStream body(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }
}
