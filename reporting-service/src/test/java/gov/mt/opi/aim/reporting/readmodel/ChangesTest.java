package gov.mt.opi.aim.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangesTest {

    private final UUID key = UUID.randomUUID();
    private final Changes<Student> changes = new Changes<>();

    @Test
    void theNewestStateWinsWhateverTheOrder() {
        changes.is(key, student(2));
        changes.is(key, student(3));
        changes.is(key, student(1));

        assertThat(changes.newest()).containsExactly(java.util.Map.entry(key, student(3)));
        assertThat(changes.gone()).isEmpty();
    }

    @Test
    void whatATombstoneTookAwayStaysAway() {
        changes.is(key, student(2));
        changes.isGone(key);
        changes.is(key, student(1));
        changes.is(key, student(2));

        assertThat(changes.newest()).isEmpty();
        assertThat(changes.gone()).containsEntry(key, 2L);
    }

    @Test
    void aNewerStateAfterATombstoneIsThere() {
        changes.is(key, student(2));
        changes.isGone(key);
        changes.is(key, student(3));

        assertThat(changes.newest()).containsEntry(key, student(3));
        assertThat(changes.gone()).containsEntry(key, 2L);
    }

    @Test
    void aStateWithoutAVersionIsNone() {
        assertThatThrownBy(() -> student(0)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Student student(long version) {
        return new Student("100000001", "63", "1", "Doe", "Jane", "", "", "F", null, "05", version);
    }
}
