package dev.cdm.consent.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class EventTimeTest {

    private static final Instant TEN = Instant.parse("2025-03-01T10:00:00Z");

    @Test
    void aDenialByASlowClockIsNotBeatenByTheGrantBeforeIt() {
        EventTime grant = EventTime.of(minute(5), minute(5), "web");
        EventTime withdrawal = EventTime.of(minute(-50), minute(10), "phone");
        assertThat(grant.certainlyAfter(withdrawal)).isFalse();
        assertThat(withdrawal.denialFrom()).isEqualTo(minute(-50));
    }

    @Test
    void aGrantByASlowClockDoesNotBeatADenialThatItMayPrecede() {
        EventTime withdrawal = EventTime.of(minute(5), minute(5), "web");
        EventTime grant = EventTime.of(minute(-50), minute(10), "phone");
        assertThat(grant.certainlyAfter(withdrawal)).isFalse();
        assertThat(grant.grantFrom()).isEqualTo(minute(10));
    }

    @Test
    void aGrantFromTheFutureIsPendingAndADenialFromTheFutureActsNow() {
        EventTime future = EventTime.of(minute(60), minute(0), "web");
        assertThat(future.grantFrom()).isEqualTo(minute(60));
        assertThat(future.denialFrom()).isEqualTo(minute(0));
    }

    @Test
    void aToleranceWidensBothEnds() {
        EventTime time = new EventTime(minute(5), minute(5), "web", EventTime.NO_SEQ, Duration.ofMinutes(2), false);
        assertThat(time.earliest()).isEqualTo(minute(3));
        assertThat(time.latest()).isEqualTo(minute(5));
        assertThat(time.grantFrom()).isEqualTo(minute(5));
    }

    @Test
    void aBatchWithRightTimesIsNotLaterThanItSays() {
        EventTime late = new EventTime(minute(0), minute(500), "crm", EventTime.NO_SEQ, Duration.ofMinutes(1), true);
        EventTime grant = EventTime.of(minute(5), minute(5), "web");
        assertThat(late.latest()).isEqualTo(minute(1));
        assertThat(grant.certainlyAfter(late)).isTrue();
    }

    @Test
    void theSequenceOfOneSourceDecides() {
        EventTime first = new EventTime(minute(5), minute(9), "web", 1, Duration.ZERO, false);
        EventTime second = new EventTime(minute(5), minute(9), "web", 2, Duration.ZERO, false);
        EventTime elsewhere = new EventTime(minute(5), minute(9), "shop", 3, Duration.ZERO, false);
        assertThat(second.certainlyAfter(first)).isTrue();
        assertThat(first.certainlyAfter(second)).isFalse();
        assertThat(elsewhere.certainlyAfter(first)).isFalse();
        assertThat(first.certainlyAfter(EventTime.of(minute(5), minute(9), "web")))
                .isFalse();
    }

    @Test
    void impossibleTimesAreRefused() {
        assertThatThrownBy(() -> EventTime.of(Instant.MAX, TEN, "web")).hasMessageContaining("`asserted`");
        assertThatThrownBy(() -> EventTime.of(TEN, Instant.MIN, "web")).hasMessageContaining("`received`");
        assertThatThrownBy(() -> new EventTime(TEN, TEN, "web", -2, Duration.ZERO, false))
                .hasMessageContaining("`seq`");
        assertThatThrownBy(() -> new EventTime(TEN, TEN, "web", -1, Duration.ofDays(400), false))
                .hasMessageContaining("at most 366 days");
    }

    private static Instant minute(int offset) {
        return TEN.plus(Duration.ofMinutes(offset));
    }
}
