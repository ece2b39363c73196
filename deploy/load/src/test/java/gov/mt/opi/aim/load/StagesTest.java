package gov.mt.opi.aim.load;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StagesTest {

    @Test
    void timersAreReadFromMetricsByTheirTags() {
        String metrics =
                """
                # HELP aim_batch_seconds time of a batch
                # TYPE aim_batch_seconds summary
                aim_batch_seconds_count{step="read"} 3.0
                aim_batch_seconds_sum{step="read"} 0.5
                aim_batch_seconds_count{step="write"} 3.0
                aim_batch_seconds_sum{step="write"} 1.5
                aim_batch_seconds_max 0.9
                aim_file_time_seconds_count 4.0
                aim_file_time_seconds_sum 2.0
                aim_lines_total 70.0
                jvm_gc_pause_seconds_sum 4.0
                """;

        assertThat(Stages.read(metrics))
                .containsOnlyKeys("batch: read", "batch: write", "file time")
                .containsEntry("batch: write", new Stages.Stage(1.5, 3))
                .containsEntry("file time", new Stages.Stage(2, 4));
    }
}
