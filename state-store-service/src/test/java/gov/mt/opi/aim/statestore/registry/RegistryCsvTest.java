package gov.mt.opi.aim.statestore.registry;

import static org.assertj.core.api.Assertions.assertThat;

import gov.mt.opi.aim.contracts.event.Calendar;
import gov.mt.opi.aim.contracts.event.District;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegistryCsvTest {

    @Test
    void readsDistrictsWithQuotedNamesAndAByteOrderMark() {
        assertThat(RegistryCsv.districts()
                        .read("\uFEFFdistrictNumber,name\r\n63,\"Big Sky, Elem\"\r\n")
                        .entries())
                .containsExactly(new District("63", "Big Sky, Elem"));
    }

    @Test
    void dropsTheZerosOfACalendarNumber() {
        assertThat(RegistryCsv.calendars(school -> true)
                        .read("districtNumber,schoolNumber,calendarNumber,year,startDate,endDate,testWindowDate\n"
                                + "63,733,007,2007,2006-08-28,2007-06-08,\n")
                        .entries())
                .containsExactly(new Calendar(
                        "63", "733", "7", 2007, LocalDate.of(2006, 8, 28), LocalDate.of(2007, 6, 8), null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "districtNumber\n63\n",
                "districtNumber,name\n0063,Zeros\n",
                "districtNumber,name\n12345,Long\n",
                "districtNumber,name\n63,\n",
                "districtNumber,name\n63\n",
                "districtNumber,name\n63,A\n63,B\n",
                "districtNumber;name\n63;A\n"
            })
    void tellsWhatIsWrongAndLoadsNothing(String csv) {
        RegistryCsv.Read<District> read = RegistryCsv.districts().read(csv);
        assertThat(read.entries()).isEmpty();
        assertThat(read.errors()).isNotEmpty().allSatisfy(error -> {
            assertThat(error.line()).isPositive();
            assertThat(error.message()).isNotBlank();
        });
    }
}
