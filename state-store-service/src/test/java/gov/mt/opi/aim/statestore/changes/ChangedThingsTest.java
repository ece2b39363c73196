package gov.mt.opi.aim.statestore.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ChangedThingsTest {

    @Test
    void whatIsPackedIsUnpacked() {
        Random random = new Random(7);
        List<ChangedThing> things = new ArrayList<>();
        for (ThingKind kind : ThingKind.values()) {
            for (boolean gone : new boolean[] {false, true}) {
                things.add(new ChangedThing(
                        kind, new UUID(random.nextLong(), random.nextLong()), random.nextLong(Long.MAX_VALUE), gone));
            }
        }
        assertThat(ChangedThings.unpack(ChangedThings.pack(things))).isEqualTo(things);
        assertThat(ChangedThings.pack(things)).hasSize(25 * things.size());
    }

    @Test
    void kindsKeepTheNumbersUnderWhichTheyAreStored() {
        assertThat(ThingKind.values())
                .extracting(ThingKind::code, ThingKind::word)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "student"),
                        org.assertj.core.groups.Tuple.tuple(1, "enrollment"),
                        org.assertj.core.groups.Tuple.tuple(2, "program-participation"),
                        org.assertj.core.groups.Tuple.tuple(3, "test-window-attendance"));
    }

    @Test
    void aCursorIsReadAsItWasWrittenAndGrows() {
        ChangeCursor first = new ChangeCursor(7, 999_999);
        ChangeCursor second = new ChangeCursor(8, 0);
        assertThat(ChangeCursor.parse(first.toString())).contains(first);
        assertThat(Long.parseLong(first.toString())).isLessThan(Long.parseLong(second.toString()));
        assertThat(ChangeCursor.parse("0")).contains(ChangeCursor.START);
    }

    @Test
    void whatNeverWasACursorIsNone() {
        assertThat(List.of("", "-1", "x", "2007-03-15", "99999999999999999999"))
                .allSatisfy(text -> assertThat(ChangeCursor.parse(text)).isEmpty());
    }
}
