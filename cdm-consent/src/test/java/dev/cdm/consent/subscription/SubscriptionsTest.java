package dev.cdm.consent.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.subscription.Subscription.State;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubscriptionsTest {

    private static final Instant TIME = Instant.parse("2025-03-01T10:00:00Z");
    private static final RecordId HANAKO = new RecordId("shop", "c-88");
    private static final PurposeId NEWS = new PurposeId("news");
    private static final PurposeId TIPS = new PurposeId("tips");
    private static final String OLD = "old@example.org";
    private static final String NEW = "new@example.org";

    private final Subscriptions subscriptions = new Subscriptions(new PolicyEngine(Purposes.of(
            Purpose.builder("news", "News").validity(Period.ofMonths(6)).build(),
            Purpose.builder("tips", "Tips").doubleOptIn().build())));

    @Test
    void everyTopicHasAStateAtEveryAddressThatEventsName() {
        List<Subscription> found = at(
                60,
                event(EventKind.GIVEN, NEWS, 0, OLD),
                event(EventKind.GIVEN, NEWS, 0, NEW),
                event(EventKind.OPT_OUT, NEWS, 9, OLD),
                event(EventKind.GIVEN, TIPS, 3, NEW),
                event(EventKind.GIVEN, new PurposeId("gone"), 0, NEW));
        assertThat(found)
                .containsExactlyInAnyOrder(
                        new Subscription(NEWS, Channel.EMAIL, OLD, State.UNSUBSCRIBED, TIME.plusSeconds(9)),
                        new Subscription(NEWS, Channel.EMAIL, NEW, State.SUBSCRIBED, TIME),
                        new Subscription(TIPS, Channel.EMAIL, NEW, State.PENDING, TIME.plusSeconds(3)));
        assertThat(found.toString()).doesNotContain("example.org");
    }

    @ParameterizedTest
    @CsvSource({
        "GIVEN, SUBSCRIBED",
        "OPT_IN, SUBSCRIBED",
        "REQUESTED, PENDING",
        "REFUSED, UNSUBSCRIBED",
        "WITHDRAWN, UNSUBSCRIBED",
        "OBJECTED, UNSUBSCRIBED",
        "EXPIRED, LAPSED",
        "INVALIDATED, LAPSED"
    })
    void theLastEventSaysWhereAPersonStands(EventKind kind, State state) {
        assertThat(at(60, event(kind, NEWS, 0, NEW)))
                .extracting(Subscription::state)
                .containsExactly(state);
    }

    @Test
    void anAgreementLapsesAndAFutureOneIsPending() {
        ConsentEvent given = event(EventKind.GIVEN, NEWS, 0, NEW);
        long later = Duration.ofDays(200).toSeconds();
        assertThat(at(later, given)).extracting(Subscription::state).containsExactly(State.LAPSED);
        assertThat(at(-5, given)).extracting(Subscription::state).containsExactly(State.PENDING);
        ConsentEvent silent = ConsentEvent.given(HANAKO, NEWS)
                .at(TIME)
                .method(ConsentEvent.Method.SILENCE)
                .build();
        assertThat(at(1, silent)).extracting(Subscription::state).containsExactly(State.NONE);
        assertThat(at(1)).isEmpty();
    }

    @Test
    void aSuppressedAddressIsSuppressed() {
        List<Subscription> found = subscriptions.of(
                ConsentHistory.of(List.of(event(EventKind.GIVEN, NEWS, 0, NEW))), TIME.plusSeconds(9), NEW::equals);
        assertThat(found).extracting(Subscription::state).containsExactly(State.SUPPRESSED);
    }

    private List<Subscription> at(long second, ConsentEvent... events) {
        return subscriptions.of(ConsentHistory.of(List.of(events)), TIME.plusSeconds(second), address -> false);
    }

    private static ConsentEvent event(EventKind kind, PurposeId topic, int second, String address) {
        return ConsentEvent.of(kind, HANAKO, topic)
                .at(TIME.plusSeconds(second))
                .channel(Channel.EMAIL)
                .contactPoint(address)
                .build();
    }
}
