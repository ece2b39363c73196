package gov.mt.opi.aim.statestore;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.backing.AimServers;
import gov.mt.opi.aim.contracts.event.Outcome;
import gov.mt.opi.aim.contracts.event.RecordOutcome;
import gov.mt.opi.aim.statestore.identity.CaseFile;
import gov.mt.opi.aim.statestore.identity.CaseFiles;
import gov.mt.opi.aim.statestore.identity.IdentityCase.Choice;
import gov.mt.opi.aim.statestore.identity.Steward;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person decides about identity meets lines that waited for it, and lines that come late. */
@QuarkusTest
@QuarkusTestResource(AimServers.class)
class LateAnswersServiceTest {

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String bootstrapServers;

    @Inject
    Steward steward;

    @Inject
    CaseFiles cases;

    private ServiceScene scene;

    @BeforeEach
    void open() {
        scene = new ServiceScene(bootstrapServers);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anOlderLineOfTheSameChildFollowsTheDecisionAboutANewerOne() {
        scene.send(Records.file("841", 1).adopting().sd("841000001", "1", "Adair", "Nell", "F", "1988-10-11"));
        Records older = Records.file("842", 2).sd("", "31", "Adair", "Nellie", "F", "1988-10-11");
        Records newer = Records.file("842", 3).sd("", "31", "Adair", "Nellie", "F", "1988-10-11");
        scene.send(older);
        scene.send(newer);
        decide(newer, Choice.MATCH, Optional.of("841000001"));
        assertThat(scene.outcome(newer, 2, 2).outcome()).isEqualTo(Outcome.ACCEPTED);
        RecordOutcome followed = scene.outcome(older, 2, 2);
        assertThat(followed.outcome()).isEqualTo(Outcome.UNCHANGED);
        assertThat(followed.identity().stateId()).isEqualTo("841000001");
    }

    @Test
    void aLineOfANearBirthDateIsJudgedWhenItsTwoCandidatesBecomeOne() {
        scene.send(Records.file("843", 1)
                .adopting()
                .sd("843000001", "1", "Bede", "Otis", "M", "1988-03-05")
                // The district enrolled the child under a local ID that no SD line ever told.
                .en("843000001", "9", "733", "P", "2006-08-28", ""));
        scene.send(Records.file("844", 2).adopting().sd("844000001", "1", "Bede", "Otis", "M", "1988-03-05"));
        Records waiting = Records.file("843", 3).sd("", "9", "Bede", "Otis", "M", "1988-05-03");
        assertThat(scene.send(waiting).get(2).outcome()).isEqualTo(Outcome.HELD);
        assertThat(steward.merge("844000001", "843000001", "One child.", "opi")).isEqualTo(new Steward.Done());
        RecordOutcome decided = scene.outcome(waiting, 2, 2);
        assertThat(decided.outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(decided.identity().stateId()).isEqualTo("843000001");
    }

    @Test
    void afterAMergeALateFileOverwritesNothingThatANewerOneConfirmed() {
        scene.send(Records.file("845", 1).adopting().sd("845000001", "1", "Carr", "Ida", "F", "1988-01-02"));
        scene.send(Records.file("846", 2).adopting().sd("846000001", "7", "Carr", "Ida", "F", "1988-01-03"));
        // The district said it again; the merge must not forget that.
        scene.send(Records.file("846", 9).sd("", "7", "Carr", "Ida", "F", "1988-01-03"));
        assertThat(steward.merge("846000001", "845000001", "One child.", "opi")).isEqualTo(new Steward.Done());
        Records late = Records.file("846", 5).sd("", "7", "Carr-Fox", "Ida", "F", "1988-01-03");
        assertThat(scene.send(late).get(2).outcome()).isEqualTo(Outcome.STALE);
        // Nor does the student take along who goes again.
        assertThat(steward.split("846000001", "Two children.", "opi")).isEqualTo(new Steward.Done());
        Records again = Records.file("846", 6).sd("", "7", "Carr-Fox", "Ida", "F", "1988-01-03");
        assertThat(scene.send(again).get(2).outcome()).isEqualTo(Outcome.STALE);
    }

    @Test
    void afterASplitAStudentIsFoundByTheNameThatBothHad() {
        scene.send(Records.file("847", 1).adopting().sd("847000001", "1", "Dahl", "Uma", "F", "1988-07-09"));
        scene.send(Records.file("848", 2).adopting().sd("848000001", "2", "Dahl-Fox", "Uma", "F", "1988-07-09"));
        assertThat(steward.merge("848000001", "847000001", "One child.", "opi")).isEqualTo(new Steward.Done());
        // What the student is called already, under one more local ID.
        Records same = Records.file("847", 3).sd("847000001", "4", "Dahl-Fox", "Uma", "F", "1988-07-09");
        assertThat(scene.send(same).get(2).outcome()).isEqualTo(Outcome.ACCEPTED);
        assertThat(steward.split("848000001", "Two children.", "opi")).isEqualTo(new Steward.Done());
        // Now two are called so: a person must say which.
        RecordOutcome third = scene.send(Records.file("849", 4).sd("", "9", "Dahl-Fox", "Uma", "F", "1988-07-09"))
                .get(2);
        assertThat(third.outcome()).isEqualTo(Outcome.HELD);
        assertThat(third.findings()).extracting("ruleId").containsExactly("XS-007");
    }

    private void decide(Records file, Choice choice, Optional<String> stateId) {
        UUID asked = cases.list(Optional.of(true), 0, 10_000).stream()
                .filter(open -> open.submissionId().equals(Optional.of(file.submissionId)))
                .map(CaseFile::id)
                .findFirst()
                .orElseThrow();
        assertThat(steward.decide(asked, choice, stateId, Optional.empty(), "opi"))
                .isEqualTo(new Steward.Done());
    }
}
