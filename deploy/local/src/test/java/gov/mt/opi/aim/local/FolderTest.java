package gov.mt.opi.aim.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderTest {

    @TempDir
    Path home;

    @Test
    void keepsTheDataOfARunWhoseServersHadStarted() throws Exception {
        Folder folder = Folder.under(home, Ports.withOffset("0"));
        folder.prepare();
        folder.markComplete();
        Path kept = Files.writeString(folder.data().resolve("kept"), "");

        folder.prepare();

        assertThat(kept).exists();
    }

    @Test
    void dropsDataThatWereOnlyHalfMade() throws Exception {
        Folder folder = Folder.under(home, Ports.withOffset("0"));
        folder.prepare();
        Path half = Files.writeString(folder.data().resolve("half"), "");

        folder.prepare();

        assertThat(half).doesNotExist();
    }

    @Test
    void forgetsDataLogsAndSamples() throws Exception {
        Folder folder = Folder.under(home, Ports.withOffset("0"));
        folder.prepare();
        folder.markComplete();
        Files.writeString(folder.log(Service.INTAKE), "");

        folder.forget();

        assertThat(folder.data()).doesNotExist();
        assertThat(folder.logs()).doesNotExist();
        assertThat(folder.samples()).doesNotExist();
    }

    @Test
    void aRunWithMovedPortsHasItsOwnData() {
        assertThat(Folder.under(home, Ports.withOffset("100")).data())
                .isNotEqualTo(Folder.under(home, Ports.withOffset("0")).data());
    }
}
