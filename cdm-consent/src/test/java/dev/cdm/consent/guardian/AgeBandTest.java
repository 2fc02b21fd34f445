package dev.cdm.consent.guardian;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class AgeBandTest {

    private static final LocalDate LEAP_DAY = LocalDate.of(2008, 2, 29);

    @Test
    void aBandBeginsOnABirthday() {
        AgeBand before = AgeBand.CHILD;
        for (AgeBand band : AgeBand.values()) {
            LocalDate birthday = LocalDate.of(2008, 6, 1).plusYears(band.from());
            assertThat(AgeBand.of(LocalDate.of(2008, 6, 1), birthday)).isEqualTo(band);
            if (band != AgeBand.CHILD) {
                assertThat(AgeBand.of(LocalDate.of(2008, 6, 1), birthday.minusDays(1)))
                        .isEqualTo(before);
            }
            before = band;
        }
    }

    @Test
    void whoWasBornOnALeapDayIsOlderOnTheFirstOfMarch() {
        assertThat(AgeBand.of(LEAP_DAY, LocalDate.of(2021, 2, 28))).isEqualTo(AgeBand.CHILD);
        assertThat(AgeBand.of(LEAP_DAY, LocalDate.of(2021, 3, 1))).isEqualTo(AgeBand.YOUNG_TEEN);
        assertThatThrownBy(() -> AgeBand.of(LEAP_DAY, LEAP_DAY.minusDays(1))).hasMessageContaining("`day`");
    }
}
