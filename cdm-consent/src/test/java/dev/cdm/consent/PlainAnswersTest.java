package dev.cdm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.storage.TombstoneKey;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlainAnswersTest {

    private static final PurposeId NEWS = new PurposeId("news");
    private static final ProfileId HANAKO = new ProfileId("p-1");
    private static final ProfileId TARO = new ProfileId("p-2");
    private static final RecordId SHOP = new RecordId("shop", "c-88");
    private static final RecordId LETTER = new RecordId("letter", "7");

    private final KnownPeople people = new KnownPeople().profile(HANAKO, SHOP).profile(TARO, LETTER);
    private final Consents consents = builder().build();
    private final PlainAnswers plain = consents.plain();

    private ConsentsBuilder builder() {
        return Consents.over(people)
                .purposes(Purpose.builder("news", "News").build())
                .suppression(TombstoneKey.of(new byte[32]));
    }

    @Test
    void aPlainAnswerHasTheReasonOfTheDecision() {
        assertThat(plain.may(HANAKO, NEWS)).isFalse();
        assertThat(reason(HANAKO)).isEqualTo(Reason.NO_LEGAL_GROUND);
        record(EventKind.GIVEN, SHOP);
        assertThat(plain.may(HANAKO, NEWS)).isTrue();
        assertThat(plain.may(SHOP, NEWS)).isTrue();
        assertThat(reason(HANAKO)).isEqualTo(Reason.CONSENT);
        record(EventKind.WITHDRAWN, SHOP);
        assertThat(plain.may(HANAKO, NEWS)).isFalse();
        assertThat(reason(HANAKO)).isEqualTo(Reason.WITHDRAWN);
        assertThat(reason(new ProfileId("nobody"))).isEqualTo(Reason.UNKNOWN_SUBJECT);
        assertThat(plain.may(HANAKO, new PurposeId("other"))).isFalse();
    }

    @Test
    void aMergeCountsInTheNextCall() {
        record(EventKind.GIVEN, SHOP);
        assertThat(plain.may(HANAKO, NEWS)).isTrue();
        record(EventKind.WITHDRAWN, LETTER);
        assertThat(plain.may(HANAKO, NEWS)).isTrue();
        people.profile(HANAKO, SHOP, LETTER);
        assertThat(plain.may(HANAKO, NEWS)).isFalse();
        people.profile(HANAKO, SHOP);
        assertThat(plain.may(HANAKO, NEWS)).isTrue();
    }

    @Test
    void ownAppendsCountInTheSameUnitOfWorkAndARollBackLeavesNothing() {
        record(EventKind.GIVEN, SHOP);
        assertThat(plain.may(HANAKO, NEWS)).isTrue();
        assertThatThrownBy(() -> people.write(work -> {
                    consents.record(List.of(event(EventKind.WITHDRAWN, SHOP)), work);
                    ConsentQuery query = consents.ask(HANAKO, NEWS).build();
                    assertThat(plain.answer(query, work)).isEqualTo(Reason.WITHDRAWN);
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");
        assertThat(plain.may(HANAKO, NEWS)).isTrue();
        record(EventKind.OBJECTED, SHOP);
        assertThat(reason(HANAKO)).isEqualTo(Reason.OBJECTED);
    }

    @Test
    void aRecordWithoutAProfileIsAskedAboutByItsOwnEvents() {
        RecordId alone = new RecordId("web", "a-1");
        ConsentQuery query = consents.ask(alone, NEWS).build();
        assertThat(plain.answer(query)).isEqualTo(consents.decide(query).reason());
        consents.record(
                ConsentEvent.given(alone, new PurposeId("other")).at(people.now).build());
        Reason reason = consents.decide(query).reason();
        assertThat(plain.answer(query)).isEqualTo(reason);
        Reason within = people.read(work -> plain.answer(query, work));
        assertThat(within).isEqualTo(reason);
    }

    @Test
    void aSuppressedContactPointIsRefusedLast() {
        record(EventKind.GIVEN, SHOP);
        consents.suppress("a@example.org", "bounce");
        ConsentQuery.Builder query = consents.ask(HANAKO, NEWS).channel(Channel.EMAIL);
        assertThat(plain.answer(query.contactPoint("a@example.org").build())).isEqualTo(Reason.SUPPRESSED);
        assertThat(plain.answer(query.contactPoint("b@example.org").build())).isEqualTo(Reason.CONSENT);
    }

    @Test
    void aQuestionAboutThenIsAnsweredByWhatWasKnownThen() {
        record(EventKind.GIVEN, SHOP);
        consents.seal();
        record(EventKind.WITHDRAWN, SHOP);
        ConsentQuery.Builder query = consents.ask(HANAKO, NEWS);
        assertThat(plain.answer(query.knownAt(1).build())).isEqualTo(Reason.CONSENT);
        assertThat(plain.answer(query.knownAt(0).build())).isEqualTo(Reason.NO_LEGAL_GROUND);
        assertThat(plain.answer(consents.ask(HANAKO, NEWS).build())).isEqualTo(Reason.WITHDRAWN);
    }

    @Test
    void onlyAHostThatSaysSoGetsAnOldAnswer() {
        PlainAnswers stale = builder().staleness(Duration.ofMinutes(1)).build().plain();
        record(EventKind.GIVEN, SHOP);
        assertThat(stale.may(HANAKO, NEWS)).isTrue();
        record(EventKind.WITHDRAWN, SHOP);
        assertThat(stale.may(HANAKO, NEWS)).isTrue();
        assertThat(plain.may(HANAKO, NEWS)).isFalse();
        people.now = people.now.plusSeconds(61);
        assertThat(stale.may(HANAKO, NEWS)).isFalse();
    }

    @Test
    void theBatchFilterKeepsTheOrderGiven() {
        record(EventKind.GIVEN, SHOP);
        record(EventKind.GIVEN, LETTER);
        assertThat(plain.permitted(List.of(TARO, new ProfileId("nobody"), HANAKO), NEWS))
                .containsExactly(TARO, HANAKO);
    }

    @Test
    void nothingIsKeptIfNothingMayBe() {
        PlainAnswers none = builder().keep(0).build().plain();
        record(EventKind.GIVEN, SHOP);
        assertThat(none.may(HANAKO, NEWS)).isTrue();
        assertThat(none).hasToString("PlainAnswers[SubjectCache[0 people]]");
    }

    private Reason reason(ProfileId profile) {
        ConsentQuery query = consents.ask(profile, NEWS).build();
        Reason reason = plain.answer(query);
        assertThat(reason).isEqualTo(consents.decide(query).reason());
        return reason;
    }

    private ConsentEvent event(EventKind kind, RecordId record) {
        people.now = people.now.plusSeconds(1);
        return ConsentEvent.of(kind, record, NEWS).at(people.now).build();
    }

    private void record(EventKind kind, RecordId record) {
        consents.record(event(kind, record));
    }
}
