package gov.mt.opi.aim.validation.gathering;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Mode;
import gov.mt.opi.aim.contracts.event.RecordSubmitted;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BarrierTest {

    private static final UUID A = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    private static final UUID B = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    private static final UUID C = UUID.fromString("00000000-0000-7000-8000-00000000000c");
    private static final int PARTITION = 0;

    private final Barrier barrier = new Barrier(100);
    private long offset = 10;

    @BeforeEach
    void partitionIsOurs() {
        barrier.begin(PARTITION, offset);
    }

    @Test
    void givesAFileWhenItsLastLineIsThere() {
        assertThat(add(line(A, 1, 3))).isEmpty();
        assertThat(add(line(A, 2, 3))).isEmpty();
        GatheredFile file = add(line(A, 3, 3)).orElseThrow();

        assertThat(file.size()).isEqualTo(3);
        assertThat(file.record(2)).isEqualTo("record 3");
        assertThat(file.line(2)).isEqualTo(4);
    }

    @Test
    void takesLinesBehindTheFirstInAnyOrder() {
        add(line(A, 1, 3));
        add(line(A, 3, 3));

        GatheredFile file = add(line(A, 2, 3)).orElseThrow();

        assertThat(file.record(1)).isEqualTo("record 2");
        assertThat(file.record(2)).isEqualTo("record 3");
    }

    @Test
    void countsALineThatComesTwiceOnce() {
        add(line(A, 1, 2));
        assertThat(add(line(A, 1, 2))).isEmpty();
        assertThat(add(line(A, 2, 2))).isPresent();
        assertThat(add(line(A, 2, 2))).as("while it is judged").isEmpty();
    }

    @Test
    void leavesDuplicatesOfAJudgedFileAlone() {
        judge(A, 2);

        assertThat(add(line(A, 1, 2))).isEmpty();
        assertThat(add(line(A, 2, 2))).isEmpty();
        assertThat(barrier.unfinishedFiles()).isZero();
        assertThat(barrier.leftovers()).isEqualTo(2);
    }

    @Test
    void takesAFileThatDoesNotBeginWithItsFirstLineForALeftover() {
        assertThat(add(line(A, 2, 2))).isEmpty();

        assertThat(barrier.unfinishedFiles()).isZero();
        assertThat(safeOffset()).isEqualTo(offset);
    }

    @Test
    void keepsInterleavedFilesApart() {
        add(line(A, 1, 2));
        add(line(B, "64", 2, 1, 2));
        assertThat(add(line(B, "64", 2, 2, 2)).orElseThrow().facts().submissionId())
                .isEqualTo(B);
        assertThat(add(line(A, 2, 2)).orElseThrow().facts().submissionId()).isEqualTo(A);
    }

    @Test
    void commitsNothingBehindTheFirstLineOfAnUnfinishedFile() {
        judge(C, 1);
        long firstOfA = offset;
        add(line(A, 1, 2));
        judge(B, 2);

        assertThat(safeOffset()).isEqualTo(firstOfA);
    }

    @Test
    void commitsACompleteFileOnlyWhenItIsDone() {
        long firstOfA = offset;
        GatheredFile file = add(line(A, 1, 1)).orElseThrow();
        assertThat(safeOffset()).isEqualTo(firstOfA);

        barrier.done(file);

        assertThat(safeOffset()).isEqualTo(offset);
    }

    @Test
    void knowsNoOffsetBeforeTheFirstBatch() {
        assertThat(barrier.safeOffsets()).isEmpty();
    }

    @Test
    void isNotHeldBackForEverByAFileThatALaterOneOfItsDistrictOvertook() {
        add(line(A, "63", 1, 1, 9));
        judge(line(B, "63", 2, 1, 1));
        assertThat(safeOffset()).isEqualTo(offset);
        assertThat(barrier.unfinishedFiles()).isEqualTo(1);

        judge(line(C, "63", 3, 1, 1));

        assertThat(barrier.unfinishedFiles()).isZero();
    }

    @Test
    void isHeldBackByAnEarlierFileOfAnotherDistrict() {
        long firstOfA = offset;
        add(line(A, "64", 1, 1, 9));

        judge(line(B, "63", 2, 1, 1));

        assertThat(safeOffset()).isEqualTo(firstOfA);
    }

    @Test
    void forgetsTheFilesOfAPartitionThatLeaves() {
        add(line(A, 1, 2));

        barrier.end(PARTITION);

        assertThat(barrier.unfinishedFiles()).isZero();
        assertThat(barrier.safeOffsets()).isEmpty();
        assertThat(add(line(A, 2, 2))).isEmpty();
    }

    @Test
    void leavesABatchAloneThatWasFetchedBeforeThePartitionCameBack() {
        add(line(A, 1, 3));
        add(line(A, 2, 3));
        barrier.end(PARTITION);
        barrier.begin(PARTITION, 10);

        assertThat(barrier.arrive(PARTITION, 12, 13)).as("the batch on its way").isFalse();
        assertThat(barrier.safeOffsets()).isEmpty();
        assertThat(barrier.arrive(PARTITION, 10, 13)).as("read again").isTrue();
        assertThat(barrier.arrive(PARTITION, 10, 13)).as("once more").isFalse();
    }

    @Test
    void goesOnBehindAGapOnceAPartitionIsBeingRead() {
        barrier.arrive(PARTITION, 10, 11);

        assertThat(barrier.arrive(PARTITION, 500, 501)).isTrue();
        assertThat(safeOffset()).isEqualTo(501);
    }

    @Test
    void takesTheFirstBatchWhenThePositionIsNotKnown() {
        barrier.begin(PARTITION, Barrier.UNKNOWN_POSITION);
        assertThat(barrier.safeOffsets()).isEmpty();

        assertThat(barrier.arrive(PARTITION, 500, 501)).isTrue();

        assertThat(safeOffset()).isEqualTo(501);
    }

    @Test
    void remembersOnlySoManyJudgedFiles() {
        Barrier forgetful = new Barrier(1);
        forgetful.begin(PARTITION, 0);
        for (UUID id : new UUID[] {A, B}) {
            forgetful.done(forgetful.add(PARTITION, 0, line(id, 1, 1)).orElseThrow());
        }

        assertThat(forgetful.add(PARTITION, 0, line(B, 1, 1))).isEmpty();
        assertThat(forgetful.add(PARTITION, 0, line(A, 1, 1))).isPresent();
    }

    private void judge(UUID file, int lines) {
        for (int ordinal = 1; ordinal <= lines; ordinal++) {
            judge(line(file, ordinal, lines));
        }
    }

    private void judge(RecordSubmitted line) {
        add(line).ifPresent(barrier::done);
    }

    private Optional<GatheredFile> add(RecordSubmitted line) {
        long at = offset++;
        barrier.arrive(PARTITION, at, offset);
        return barrier.add(PARTITION, at, line);
    }

    private long safeOffset() {
        return barrier.safeOffsets().get(PARTITION);
    }

    private static RecordSubmitted line(UUID file, int ordinal, int lines) {
        return line(file, "63", 1, ordinal, lines);
    }

    private static RecordSubmitted line(UUID file, String district, long sequence, int ordinal, int lines) {
        return new RecordSubmitted(
                1,
                file,
                district,
                sequence,
                ordinal + 1,
                ordinal,
                lines,
                LocalDateTime.of(2007, 3, 15, 16, 0),
                Mode.SUBMIT,
                false,
                "record " + ordinal);
    }
}
