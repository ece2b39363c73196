package gov.mt.opi.aim.cli;

import static gov.mt.opi.aim.cli.RecordedIntake.SUBMISSIONS;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls what, and what is said when that cannot work. */
class SettingsTest {

    @TempDir
    Path home;

    private RecordedIntake intake;

    @BeforeEach
    void start() throws IOException {
        intake = new RecordedIntake();
    }

    @AfterEach
    void stop() {
        intake.close();
    }

    private String authorization() {
        return intake.requests().get(0).authorization();
    }

    @Test
    void theFileInTheHomeFolderHasTheDefaults() throws IOException {
        settings("url = " + intake.url(), "user = district-63", "password = from-file");

        Run run = Run.aim(Map.of(), home, false, "status", "--last", "1");

        assertThat(run.exitCode()).isZero();
        assertThat(authorization()).isEqualTo(basic("district-63:from-file"));
    }

    @Test
    void theEnvironmentComesBeforeTheFileAndTheCommandLineBeforeBoth() throws IOException {
        settings("url = http://127.0.0.1:1", "user = file", "password = file");

        Run.aim(
                Map.of("AIM_URL", intake.url(), "AIM_USER", "environment", "AIM_PASSWORD", "environment"),
                home,
                false,
                "--user",
                "option",
                "status",
                "--last",
                "1");

        assertThat(authorization()).isEqualTo(basic("option:environment"));
    }

    @Test
    void aTokenIsEnough() {
        Run.aim(Map.of("AIM_URL", intake.url(), "AIM_TOKEN", "abc"), "status", "--last", "1");

        assertThat(authorization()).isEqualTo("Bearer abc");
    }

    @Test
    void aUserOnTheCommandLineComesBeforeATokenFurtherAway() {
        Run.aim(
                Map.of("AIM_URL", intake.url(), "AIM_TOKEN", "abc"),
                "status",
                "--last=1",
                "--user=district-63",
                "--password=secret");

        assertThat(authorization()).isEqualTo(basic("district-63:secret"));
    }

    @Test
    void warnsOfASecretThatOthersCanRead() throws IOException {
        Path file = settings("url = " + intake.url(), "user = district-63", "password = secret");
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));

        Run run = Run.aim(Map.of(), home, false, "status", "--last", "1");

        assertThat(run.err()).contains("chmod 600").doesNotContain("password = ");
    }

    @Test
    void namesASettingThatDoesNotExist() throws IOException {
        settings("pasword = x");

        Run run = Run.aim(Map.of(), home, false, "status");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("sets pasword, which does not exist").hasLineCount(1);
    }

    @Test
    void aFileOfSettingsThatIsNamedMustBeThere() {
        Run run = Run.aim(Map.of(), "status", "--config", home.resolve("none").toString());

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("cannot be read").hasLineCount(1);
    }

    @Test
    void whoIsMissingIsAskedForOnATerminalAndElseNamed() {
        Run run = Run.aim(Map.of("AIM_URL", intake.url()), "status");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("aim: Say who you are: --user, or AIM_USER, or AIM_TOKEN.\n");
    }

    @Test
    void anAddressWhereNothingAnswersIsOneLine() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }

        Run run = Run.aim(
                Map.of("AIM_URL", "http://127.0.0.1:" + free, "AIM_USER", "opi", "AIM_PASSWORD", "opi"),
                "status",
                "--patience",
                "0");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).isEqualTo("aim: Nothing answers at http://127.0.0.1:" + free + ".\n");
    }

    @Test
    void anotherServerAtTheAddressIsOneLine() {
        intake.forget("GET", SUBMISSIONS).on("GET", SUBMISSIONS, 200, "text/html", "<html>It works!</html>");

        Run run = Run.aim(intake, "status");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).endsWith("is not AIM's intake. Check --url.\n").hasLineCount(1);
    }

    @Test
    void anotherServiceOfAimAtTheAddressIsOneLine() {
        intake.forget("GET", SUBMISSIONS);

        Run run = Run.aim(intake, "status");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).endsWith("is not AIM's intake. Check --url.\n").hasLineCount(1);
    }

    @Test
    void aServiceThatFailsIsToldInItsWordsWhenPatienceEnds() {
        intake.forget("GET", SUBMISSIONS)
                .on("GET", SUBMISSIONS, 500, "{\"detail\":\"This is a failure of ours, tell OPI the reference 1f.\"}");

        Run run = Run.aim(intake, "status", "--patience", "0");

        assertThat(run.exitCode()).isEqualTo(4);
        assertThat(run.err()).isEqualTo("aim: This is a failure of ours, tell OPI the reference 1f.\n");
    }

    @Test
    void errorsAreJsonToo() throws IOException {
        intake.on("GET", SUBMISSIONS + "/0192", 404, "{\"type\":\"urn:aim:problem:not-found\",\"detail\":\"None.\"}");

        Run run = Run.aim(intake, "status", "0192", "--json");

        assertThat(run.json().path("exitCode").asInt()).isEqualTo(2);
        assertThat(run.json().path("error").asText()).isEqualTo("None.");
        assertThat(run.json().path("problem").path("type").asText()).isEqualTo("urn:aim:problem:not-found");
    }

    @Test
    void aRedirectIsNotFollowedWithThePassword() {
        intake.forget("GET", SUBMISSIONS).on("GET", SUBMISSIONS, 302, "{}");

        Run run = Run.aim(intake, "status");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("has moved").hasLineCount(1);
        assertThat(intake.requests()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"8081", "ftp://somewhere", "http://", "http://user:secret@host", "http://a b"})
    void refusesWhatIsNoAddress(String url) {
        Run run = Run.aim(Map.of("AIM_USER", "opi", "AIM_PASSWORD", "opi"), "status", "--url", url);

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).contains("is not an address for --url").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "--nonsense", "sumbit x", "status --timeout soon", "replay", "submit", "status --last 0"})
    void aCommandThatCannotBeUnderstoodEndsWith2AndPrintsNothing(String words) {
        Run run = Run.aim(intake, words.isEmpty() ? new String[0] : words.split(" "));

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.err()).startsWith("aim: ");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void helpNamesTheExitCodes() {
        Run run = Run.aim(Map.of(), "--help");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("submit", "validate", "Exit codes:", "a file was refused");
    }

    @Test
    void generatesACompletionForTheShell() {
        Run run = Run.aim(Map.of(), "generate-completion");

        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("complete -F _complete_aim", "state-ids");
    }

    private Path settings(String... lines) throws IOException {
        Path file = Files.writeString(home.resolve(".aim"), String.join("\n", lines));
        Files.setPosixFilePermissions(file, java.nio.file.attribute.PosixFilePermissions.fromString("rw-------"));
        return file;
    }

    private static String basic(String pair) {
        return "Basic " + java.util.Base64.getEncoder().encodeToString(pair.getBytes());
    }
}
