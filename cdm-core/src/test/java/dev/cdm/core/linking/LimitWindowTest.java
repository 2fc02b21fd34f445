package dev.cdm.core.linking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LimitWindowTest {

    @ParameterizedTest
    @CsvSource({
        "WEEKLY, 2026-01-04T23:59:59Z, 2025-12-29T00:00:00Z, true",
        "WEEKLY, 2026-01-05T00:00:00Z, 2026-01-04T23:59:59Z, false",
        "WEEKLY, 1969-12-29T00:00:00Z, 1970-01-04T00:00:00Z, true",
        "WEEKLY, 1969-12-28T00:00:00Z, 1969-12-29T00:00:00Z, false",
        "MONTHLY, 2026-01-31T23:59:59Z, 2026-01-01T00:00:00Z, true",
        "MONTHLY, 2026-01-31T23:59:59Z, 2025-01-31T00:00:00Z, false",
        "MONTHLY, 2026-02-01T00:00:00Z, 2026-01-31T23:59:59Z, false",
        "ANNUALLY, 2026-12-31T23:59:59Z, 2026-01-01T00:00:00Z, true",
        "ANNUALLY, 2027-01-01T00:00:00Z, 2026-12-31T23:59:59Z, false",
        "EVER, 2026-12-31T23:59:59Z, 1900-01-01T00:00:00Z, true"
    })
    void spansAreThoseOfTheCalendarInUtc(LimitWindow window, Instant one, Instant two, boolean together) {
        assertThat(window.span(one) == window.span(two)).isEqualTo(together);
    }

    @Test
    void everyInstantHasASpan() {
        for (LimitWindow window : LimitWindow.values()) {
            assertThat(window.span(Instant.MIN)).isLessThanOrEqualTo(window.span(Instant.MAX));
        }
    }

    @Test
    void survivorsHaveSystemsOnlyWhereTheyArePreferred() {
        assertThat(SurvivorRule.preferring("crm", "shop").place("shop")).isEqualTo(1);
        assertThat(SurvivorRule.preferring("crm", "shop").place("web")).isEqualTo(2);
        assertThatIllegalArgumentException().isThrownBy(SurvivorRule::preferring);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SurvivorRule(SurvivorRule.Order.OLDEST, List.of("crm")));
    }
}
