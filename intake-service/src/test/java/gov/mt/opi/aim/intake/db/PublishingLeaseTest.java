package gov.mt.opi.aim.intake.db;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.chassis.kafka.Perseverance;
import gov.mt.opi.aim.chassis.rest.PageRequest;
import gov.mt.opi.aim.intake.SubmissionLedger;
import gov.mt.opi.aim.intake.SubmissionStatus;
import gov.mt.opi.aim.intake.history.Happening;
import gov.mt.opi.aim.intake.history.HistoryEntry;
import gov.mt.opi.aim.intake.history.SubmissionHistory;
import gov.mt.opi.aim.intake.publishing.Claim;
import gov.mt.opi.aim.intake.publishing.PublishingConfig;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who may publish which file. The running service is one instance more, and takes what it may within a second. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class PublishingLeaseTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Jdbi jdbi;

    @Inject
    Perseverance perseverance;

    @Inject
    PublishingConfig config;

    @Inject
    SubmissionLedger submissions;

    @Inject
    SubmissionHistory history;

    @ConfigProperty(name = "aim.intake.folder")
    Path folder;

    @AfterEach
    void forget() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM submission WHERE district_number = '777'"));
    }

    @Test
    void anInstanceTakesItsOwnFileUpAgainAtOnceAndNobodyElseDoes() {
        UUID id = leased("other", 3600);

        assertThat(instance("third").claim().filter(this::isMine)).isEmpty();
        Optional<Claim> claim = instance("other").claim();
        assertThat(claim).map(Claim::submissionId).contains(id);
        assertThat(claim.orElseThrow().publishedOrdinal()).isEqualTo(1);
    }

    @Test
    void theNextFileOfADistrictWaitsForTheOneBefore() {
        UUID first = leased("other", 3600);
        UUID second = leased("third", 3600);

        assertThat(instance("third").claim().filter(this::isMine)).isEmpty();
        Claim claim = instance("other").claim().orElseThrow();
        assertThat(claim.submissionId()).isEqualTo(first);
        assertThat(instance("other").progress(claim, 2)).isTrue();
        assertThat(instance("third").claim()).map(Claim::submissionId).contains(second);
    }

    @Test
    void progressOfALostLeaseIsNotNoted() {
        leased("other", 3600);
        Claim claim = instance("other").claim().orElseThrow();
        jdbi.useHandle(handle ->
                handle.execute("UPDATE submission SET lease_owner = 'third' WHERE id = ?", claim.submissionId()));

        assertThat(instance("other").progress(claim, 2)).isFalse();
    }

    @Test
    void aFileOfADeadInstanceIsTakenOverAndOurFailureIsToldAndMended() throws Exception {
        UUID id = leased("dead", -1);

        assertThat(awaitStatus(id, SubmissionStatus.FAILED)).isEqualTo(SubmissionStatus.FAILED);
        assertThat(submissions.find(id).orElseThrow().failure()).contains("The stored file is gone.");
        Thread.sleep(2_500); // it fails again meanwhile, which is nothing new

        String name = id.toString();
        Path file = folder.resolve("files")
                .resolve(name.substring(name.length() - 2))
                .resolve(name + ".tsv");
        Files.createDirectories(file.getParent());
        Files.writeString(file, "HD\none\ntwo\n", StandardCharsets.UTF_8);
        assertThat(awaitStatus(id, SubmissionStatus.PROCESSING)).isEqualTo(SubmissionStatus.PROCESSING);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!isPublished(id) && System.nanoTime() < deadline) {
            Thread.sleep(50);
        }
        assertThat(isPublished(id)).isTrue();
        assertThat(submissions.find(id).orElseThrow().failure()).isEmpty();
        List<HistoryEntry> told = history.page(id, new PageRequest(0, 100)).items();
        assertThat(told).extracting(HistoryEntry::what).containsExactly(Happening.FAILED, Happening.PUBLISHED);
        assertThat(told.get(0).detail()).isEqualTo("The stored file is gone.");
    }

    private boolean isMine(Claim claim) {
        return claim.districtNumber().equals("777");
    }

    private PublishingTable instance(String name) {
        return new PublishingTable(jdbi, perseverance, config, name);
    }

    /** A submission of two lines, one of them published, by an instance whose lease ends in so many seconds. */
    private UUID leased(String owner, int seconds) {
        UUID id = UUID.randomUUID();
        jdbi.useHandle(handle -> handle.execute(
                """
                INSERT INTO submission (id, district_number, file_name, mode, adopt_state_ids, again, sha256, size_bytes,
                    encoding, header_timestamp, format_version, received_at, received_by, status, lines, last_line,
                    rule_set_version, published_ordinal, lease_owner, lease_until)
                VALUES (?, '777', '777_03152007.tsv', 'SUBMIT', false, false, ?, 1, 'UTF-8', '2007-03-15T16:00:00',
                    'MT1.3', now(), 'test', 'PROCESSING', 2, 3, '1', 1, ?, now() + make_interval(secs => ?))
                """,
                id,
                id.toString(),
                owner,
                seconds));
        return id;
    }

    private SubmissionStatus awaitStatus(UUID id, SubmissionStatus wanted) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        SubmissionStatus now = submissions.find(id).orElseThrow().status();
        while (now != wanted && System.nanoTime() < deadline) {
            Thread.sleep(50);
            now = submissions.find(id).orElseThrow().status();
        }
        return now;
    }

    private boolean isPublished(UUID id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT published_at IS NOT NULL FROM submission WHERE id = :id")
                        .bind("id", id)
                        .mapTo(Boolean.class)
                        .one());
    }
}
