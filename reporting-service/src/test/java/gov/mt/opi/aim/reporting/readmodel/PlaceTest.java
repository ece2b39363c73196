package gov.mt.opi.aim.reporting.readmodel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlaceTest {

    /** Keys that grow with time share their upper halves when they are made at once. */
    private static final long AT_ONCE = 0x01a201f622b87aa7L;

    private static final UUID STUDENT = new UUID(AT_ONCE, 0xac81ae5c0362ea8bL);

    @Test
    void isTheSameForTheSameFiveValues() {
        assertThat(Place.of(STUDENT, "63", "733", "101", 2007)).isEqualTo(Place.of(STUDENT, "63", "733", "101", 2007));
    }

    @Test
    void placesOfAStudentLieTogetherAndInTheOrderOfTheKeys() {
        UUID place = Place.of(STUDENT, "63", "733", "101", 2007);

        assertThat(place.getMostSignificantBits()).isEqualTo(AT_ONCE);
    }

    @Test
    void differentPlacesOfStudentsWhoCameAtOnceDiffer() {
        Map<UUID, List<Object>> places = new HashMap<>();
        for (long student = 0; student < 200; student++) {
            UUID key = new UUID(AT_ONCE, STUDENT.getLeastSignificantBits() + student);
            for (String district : List.of("6", "63", "3", "1", "11")) {
                for (String school : List.of("3", "33", "1", "111", "11", "733")) {
                    for (String calendar : List.of("1", "11", "101", "3")) {
                        for (int year = 2005; year < 2010; year++) {
                            List<Object> before = places.put(
                                    Place.of(key, district, school, calendar, year),
                                    List.of(student, district, school, calendar, year));
                            assertThat(before).isNull();
                        }
                    }
                }
            }
        }
    }
}
