package dev.cdm.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.guardian.Guardianship;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Actor;
import dev.cdm.consent.ledger.ConsentEventBuilder;
import dev.cdm.consent.ledger.ConsentLedger;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.notice.Notice;
import dev.cdm.consent.notice.Notices;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.Decision;
import dev.cdm.consent.purpose.Categories;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.PurposeClass;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipient;
import dev.cdm.consent.recipient.Recipients;
import dev.cdm.consent.subscription.Subscription;
import dev.cdm.consent.subscription.Subscription.State;
import dev.cdm.consent.view.ProfileView;
import dev.cdm.consent.view.Withheld;
import dev.cdm.core.Metrics;
import dev.cdm.core.model.AssertionKind;
import dev.cdm.core.model.ProfileId;
import dev.cdm.core.model.Provenance;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import dev.cdm.core.model.RecordId;
import dev.cdm.core.model.SourceRecord;
import dev.cdm.core.permission.Permission;
import dev.cdm.core.permission.UseGate.Use;
import dev.cdm.core.schema.StandardSchema;
import dev.cdm.core.storage.Kinds;
import dev.cdm.core.storage.TombstoneKey;
import dev.cdm.core.value.CodeValue;
import dev.cdm.core.value.EmailAddress;
import dev.cdm.core.value.PhoneNumber;
import dev.cdm.core.value.TextValue;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConsentsTest {

    private static final PurposeId NEWS = new PurposeId("news");
    private static final PurposeId LINKING = new PurposeId("linking");
    private static final PurposeId ORDERS = new PurposeId("orders");
    private static final PurposeId OFFERS = new PurposeId("offers");
    private static final RecipientId MAILER = new RecipientId("mailer");
    private static final ProfileId HANAKO = new ProfileId("p-1");
    private static final ProfileId TARO = new ProfileId("p-2");
    private static final RecordId SHOP = new RecordId("shop", "c-88");
    private static final RecordId LETTER = new RecordId("letter", "7");
    private static final EmailAddress OLD = new EmailAddress("hanako", "old.example");
    private static final EmailAddress NEW = new EmailAddress("hanako", "new.example");
    private static final PhoneNumber PHONE = new PhoneNumber("+819012345678", "");

    private final KnownPeople people = new KnownPeople().profile(HANAKO, SHOP);
    private final Consents consents = Consents.over(people)
            .purposes(Purposes.of(
                    List.of(
                            Purpose.builder("news", "News")
                                    .attributes(StandardSchema.EMAIL, StandardSchema.PHONE, StandardSchema.LANGUAGE)
                                    .attributes(StandardSchema.GENDER)
                                    .classes(PurposeClass.MARKETING)
                                    .recipients(MAILER)
                                    .build(),
                            Purpose.builder("linking", "Linking").build(),
                            Purpose.builder("orders", "Orders")
                                    .bases(LegalBasis.CONTRACT)
                                    .build()),
                    Categories.standard().toBuilder()
                            .attribute("gender", "sexual_life")
                            .build()))
            .suppression(TombstoneKey.of("0123456789abcdef".getBytes(StandardCharsets.US_ASCII)))
            .build();

    @Test
    void metricsHearOfEventsDecisionsAndViews() {
        List<String> heard = new ArrayList<>();
        people.metrics = new Metrics() {
            @Override
            public void count(String name, long amount) {
                heard.add(name + " " + amount);
            }

            @Override
            public void duration(String name, Duration duration) {
                heard.add(name);
            }
        };
        consents.record(given(SHOP));
        consents.decide(HANAKO, NEWS);
        consents.view(HANAKO, NEWS);
        assertThat(heard).containsExactly("consent.events 1", "consent.decision", "consent.view");
    }

    @Test
    void aDecisionIsAskedByProfileOrByRecord() {
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.NO_LEGAL_GROUND);
        consents.record(given(SHOP));
        assertThat(consents.decide(HANAKO, NEWS).permitted()).isTrue();
        assertThat(consents.decide(SHOP, NEWS).permitted()).isTrue();
        assertThat(consents.decide(LETTER, NEWS).reason()).isEqualTo(Reason.UNKNOWN_SUBJECT);
        people.profile(TARO, LETTER);
        assertThat(consents.decide(LETTER, NEWS).reason()).isEqualTo(Reason.NO_LEGAL_GROUND);
        people.partition.remove(TARO);
        assertThat(consents.decide(TARO, NEWS).reason()).isEqualTo(Reason.UNKNOWN_SUBJECT);
        people.erased.add(TARO);
        assertThat(consents.decide(TARO, NEWS).reason()).isEqualTo(Reason.ERASED);
        people.erased.clear();
        assertThat(consents.decide(TARO, NEWS).reason()).isEqualTo(Reason.UNKNOWN_SUBJECT);
        assertThat(consents.decide(consents.ask(new ProfileId("a b/c"), NEWS).build())
                        .permitted())
                .isFalse();
    }

    @Test
    void recordingTheSameEventAgainChangesNothing() {
        assertThat(consents.record(given(SHOP))).hasSize(1);
        assertThat(consents.record(given(SHOP))).isEmpty();
        assertThat(consents.events(HANAKO)).hasSize(1);
    }

    @Test
    void aWithdrawalInTheSameUnitOfWorkCounts() {
        consents.record(given(SHOP));
        people.now = people.now.plusSeconds(60);
        Decision inside = people.write(work -> {
            consents.record(List.of(withdrawn(SHOP)), work);
            return consents.decide(consents.ask(HANAKO, NEWS).build(), work);
        });
        assertThat(inside.reason()).isEqualTo(Reason.WITHDRAWN);
    }

    @Test
    void aRollBackLeavesNoEventAndNoHead() {
        assertThatThrownBy(() -> people.write(work -> {
                    consents.record(List.of(given(SHOP)), work);
                    throw new IllegalStateException("the host changed its mind");
                }))
                .hasMessage("the host changed its mind");
        assertThat(consents.events(HANAKO)).isEmpty();
        assertThat(people.<Integer>read(
                        work -> ConsentLedger.in(work).heads(List.of(SHOP)).size()))
                .isZero();
    }

    @Test
    void aMergeDecidesOverAllEventsAndAnUnmergeRestores() {
        consents.record(given(SHOP));
        people.now = people.now.plusSeconds(60);
        consents.record(withdrawn(LETTER));
        assertThat(consents.decide(HANAKO, NEWS).permitted()).isTrue();
        people.profile(HANAKO, SHOP, LETTER);
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.WITHDRAWN);
        people.profile(HANAKO, SHOP).profile(TARO, LETTER);
        assertThat(consents.decide(HANAKO, NEWS).permitted()).isTrue();
        assertThat(consents.decide(TARO, NEWS).permitted()).isFalse();
    }

    @Test
    void whatNobodyCanAttributeStaysWithAllPartsIfItForbids() {
        consents.record(given(SHOP), given(LETTER));
        people.profile(HANAKO, SHOP, LETTER);
        assertThat(consents.recordForAll(HANAKO, EventKind.WITHDRAWN, NEWS)).hasSize(2);
        people.profile(HANAKO, SHOP).profile(TARO, LETTER);
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.WITHDRAWN);
        assertThat(consents.decide(TARO, NEWS).reason()).isEqualTo(Reason.WITHDRAWN);
        assertThatThrownBy(() -> consents.recordForAll(HANAKO, EventKind.GIVEN, NEWS))
                .hasMessageContaining("must be one that forbids");
    }

    @Test
    void whatCannotBeWithdrawnIsNamedAndNothingChanges() {
        assertThat(consents.withdraw(SHOP, ORDERS)).contains(LegalBasis.CONTRACT);
        assertThat(consents.events(HANAKO)).isEmpty();
        assertThat(consents.withdraw(SHOP, NEWS)).isEmpty();
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.WITHDRAWN);
        assertThatThrownBy(() -> consents.withdraw(SHOP, new PurposeId("none"))).hasMessageContaining("`purpose`");
    }

    @Test
    void aGuardiansAgreementRestsOnARecordedRelation() {
        ConsentEventBuilder event = ConsentEvent.given(SHOP, NEWS).actor(Actor.GUARDIAN);
        consents.record(event.at(people.now.minusSeconds(9)));
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.GUARDIAN_REQUIRED);
        Instant from = people.now.minusSeconds(8);
        consents.record(new Guardianship(SHOP, LETTER, from, null, "check-1"));
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.GUARDIAN_REQUIRED);
        consents.record(event.at(people.now.minusSeconds(8)));
        assertThat(consents.decide(HANAKO, NEWS).permitted()).isTrue();
        consents.record(new Guardianship(SHOP, LETTER, from, people.now, "check-2"));
        assertThat(consents.decide(HANAKO, NEWS).permitted()).isTrue();
        people.now = people.now.plusSeconds(60);
        consents.record(withdrawn(SHOP));
        consents.record(event.at(people.now.plusSeconds(1)).received(people.now.plusSeconds(1)));
        people.now = people.now.plusSeconds(60);
        assertThat(consents.decide(HANAKO, NEWS).reason()).isEqualTo(Reason.WITHDRAWN);
        List<Guardianship> relations =
                people.read(work -> ConsentLedger.in(work).guardians(SHOP));
        assertThat(relations).singleElement().extracting(Guardianship::until).isNotNull();
        assertThat(relations.get(0).toString()).doesNotContain("shop").doesNotContain("letter");
    }

    @Test
    void aSealedPositionAnswersForEver() {
        consents.record(given(SHOP));
        assertThat(consents.seal()).isEqualTo(1);
        people.now = people.now.plusSeconds(60);
        consents.record(withdrawn(SHOP));
        assertThat(consents.decide(consents.ask(HANAKO, NEWS).knownAt(1).build())
                        .permitted())
                .isTrue();
        assertThat(consents.decide(HANAKO, NEWS).permitted()).isFalse();
        assertThat(consents.decide(HANAKO, NEWS).provisional()).isTrue();
    }

    @Test
    void aViewShowsWhatThePurposeMaySeeAndTellsTheRest() {
        received();
        assertThat(consents.view(HANAKO, NEWS).attributeNames()).isEmpty();
        consents.record(given(SHOP));
        ProfileView view = consents.view(HANAKO, NEWS);
        assertThat(view.attributeNames()).containsExactly("email", "phone");
        assertThat(view.values(StandardSchema.EMAIL)).containsExactly(NEW, OLD);
        assertThat(view.value(StandardSchema.USER_ID)).isEmpty();
        assertThat(view.withheld())
                .containsExactlyInAnyOrder(
                        new Withheld("user_id", 1, Reason.OUTSIDE_PURPOSE),
                        new Withheld("gender", 1, Reason.EXPLICIT_CONSENT_REQUIRED),
                        new Withheld("language", 1, Reason.INFERRED));
        assertThat(view.toString()).doesNotContain("hanako").doesNotContain("8190");
    }

    @Test
    void aWithdrawalEmptiesTheView() {
        received();
        consents.record(given(SHOP));
        people.now = people.now.plusSeconds(60);
        consents.record(withdrawn(SHOP));
        ProfileView view = consents.view(HANAKO, NEWS);
        assertThat(view.attributeNames()).isEmpty();
        assertThat(view.withheld()).extracting(Withheld::reason).containsOnly(Reason.WITHDRAWN);
        assertThat(view.decision().reason()).isEqualTo(Reason.WITHDRAWN);
    }

    @Test
    void aViewForAChannelShowsOnlyWhatMayBeUsedOnIt() {
        received();
        consents.record(
                given(SHOP),
                ConsentEvent.of(EventKind.OPT_OUT, SHOP, NEWS)
                        .at(people.now)
                        .channel(Channel.EMAIL)
                        .contactPoint(OLD.canonicalText())
                        .build());
        ProfileView all = consents.view(HANAKO, NEWS);
        assertThat(all.values(StandardSchema.EMAIL)).containsExactly(NEW);
        ProfileView sms =
                consents.view(consents.ask(HANAKO, NEWS).channel(Channel.SMS).build());
        assertThat(sms.attributeNames()).containsExactly("phone");
        assertThat(sms.withheld()).contains(new Withheld("email", 2, Reason.OTHER_CHANNEL));
    }

    @Test
    void aSuppressedContactPointIsNotShown() {
        received();
        consents.record(given(SHOP));
        assertThat(consents.suppress(NEW.canonicalText(), "complaint")).isTrue();
        assertThat(consents.suppress(NEW.canonicalText(), "complaint")).isFalse();
        ProfileView view = consents.view(HANAKO, NEWS);
        assertThat(view.values(StandardSchema.EMAIL)).containsExactly(OLD);
        assertThat(view.withheld()).contains(new Withheld("email", 1, Reason.SUPPRESSED));
    }

    @Test
    void aViewOfNobodyIsEmpty() {
        ProfileView view = consents.view(TARO, NEWS);
        assertThat(view.attributeNames()).isEmpty();
        assertThat(view.decision().reason()).isEqualTo(Reason.UNKNOWN_SUBJECT);
    }

    @Test
    void aDisclosureIsAskedForAndWrittenDown() {
        ConsentQuery query = consents.ask(HANAKO, NEWS).recipient(MAILER).build();
        assertThat(consents.disclose(query, Set.of("email")).permitted()).isFalse();
        consents.record(given(SHOP));
        assertThat(consents.disclose(query, Set.of("email")).permitted()).isTrue();
        assertThat(consents.disclose(query, Set.of("email")).permitted()).isTrue();
        assertThat(consents.disclosures(HANAKO)).singleElement().satisfies(entry -> {
            assertThat(entry.recipient()).isEqualTo(MAILER);
            assertThat(entry.attributes()).containsExactly("email");
            assertThat(entry.subjects()).containsExactly(SHOP);
        });
        ConsentQuery broker =
                consents.ask(HANAKO, NEWS).recipient(new RecipientId("broker")).build();
        assertThat(consents.disclose(broker, Set.of("email")).reason()).isEqualTo(Reason.UNKNOWN_RECIPIENT);
        ConsentQuery linking = consents.ask(HANAKO, LINKING).recipient(MAILER).build();
        assertThat(consents.decide(linking).reason()).isEqualTo(Reason.RECIPIENT_NOT_ALLOWED);
        assertThatThrownBy(() -> consents.disclose(consents.ask(HANAKO, NEWS).build(), Set.of()))
                .hasMessageContaining("`recipient`");
    }

    @Test
    void aRegisterOfRecipientsAndAFreshnessCanBeGiven() {
        Consents strict = Consents.over(people)
                .purposes(Purpose.builder("news", "News").recipients(MAILER).build())
                .recipients(Recipients.of(
                        List.of(new Recipient(new RecipientId("other"), "Other", "", Recipient.Role.THIRD_PARTY))))
                .freshness(Duration.ofMinutes(1))
                .build();
        strict.record(given(SHOP));
        assertThat(strict.decide(strict.ask(HANAKO, NEWS).recipient(MAILER).build())
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RECIPIENT);
        assertThat(strict.decide(HANAKO, NEWS).validUntil()).isEqualTo(people.now.plusSeconds(60));
        assertThat(strict.plain()
                        .answer(strict.ask(HANAKO, NEWS).recipient(MAILER).build()))
                .isEqualTo(Reason.UNKNOWN_RECIPIENT);
    }

    @Test
    void subscriptionsFollowTheLedgerAndTheSuppressionList() {
        consents.record(ConsentEvent.given(SHOP, NEWS)
                .channel(Channel.EMAIL)
                .contactPoint(NEW.canonicalText())
                .at(people.now));
        assertThat(consents.subscriptions(HANAKO))
                .extracting(Subscription::state)
                .containsExactly(State.SUBSCRIBED);
        consents.suppress(NEW.canonicalText(), "bounce");
        assertThat(consents.subscriptions(HANAKO))
                .extracting(Subscription::state)
                .containsExactly(State.SUPPRESSED);
        assertThat(consents.subscriptions(TARO)).isEmpty();
    }

    @Test
    void aBatchKeepsThoseWhoseDataMayBeUsed() {
        people.profile(TARO, LETTER);
        consents.record(given(SHOP));
        assertThat(consents.permitted(List.of(TARO, HANAKO, new ProfileId("p-3")), NEWS))
                .containsExactly(HANAKO);
    }

    @Test
    void aGrantCoversBelowWhatItsNoticeNamesWhenItIsRecorded() {
        Notice notice =
                new Notice("privacy", 1, people.now.minusSeconds(99_999), false, people.now, Map.of(), Set.of(OFFERS));
        Consents named = Consents.over(people)
                .purposes(
                        Purpose.builder("news", "News").build(),
                        Purpose.builder("offers", "Offers").under("news").build(),
                        Purpose.builder("tips", "Tips").under("news").build())
                .notices(Notices.of(List.of(notice)))
                .packs(List.of())
                .build();
        ConsentEvent event = ConsentEvent.given(SHOP, NEWS)
                .at(people.now.minusSeconds(9))
                .notice("privacy@1")
                .build();
        assertThat(named.record(event)).containsExactly(event.id());
        assertThat(named.record(event)).isEmpty();
        assertThat(named.decide(HANAKO, OFFERS).permitted()).isTrue();
        assertThat(named.decide(HANAKO, new PurposeId("tips")).permitted()).isFalse();
    }

    @Test
    void theCoreAsksBeforeUseAndBeforeLinking() {
        consents.record(given(SHOP));
        assertThat(mayUse("email")).isEqualTo(Permission.grant());
        assertThat(mayUse("user_id").reason()).isEqualTo("OUTSIDE_PURPOSE");
        assertThat(mayUse("gender").reason()).isEqualTo("EXPLICIT_CONSENT_REQUIRED");
        assertThat(mayLink().granted()).isTrue();
        consents.record(ConsentEvent.of(EventKind.RESTRICTED, LETTER, ConsentEvent.EVERY_PURPOSE)
                .at(people.now)
                .build());
        assertThat(mayLink().reason()).isEqualTo("RESTRICTED");
    }

    @Test
    void linkingMayBeAPurposeOfItsOwn() {
        Consents.over(people)
                .purposes(Purpose.builder("linking", "Linking").build())
                .linkFor(LINKING)
                .build();
        assertThat(mayLink().reason()).isEqualTo("NO_LEGAL_GROUND");
        consents.record(
                ConsentEvent.given(SHOP, LINKING).at(people.now).build(),
                ConsentEvent.given(LETTER, LINKING).at(people.now).build());
        assertThat(mayLink().granted()).isTrue();
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatThrownBy(() -> Consents.over(people).build()).hasMessageContaining("`purposes`");
        assertThatThrownBy(() -> Consents.over(people)
                        .purposes(Purpose.builder("a", "A").build())
                        .linkFor(LINKING)
                        .build())
                .hasMessageContaining("`linkFor`");
        assertThatThrownBy(() -> Consents.over(people)
                        .purposes(Purpose.builder("a", "A").build())
                        .build()
                        .suppress("x", "y"))
                .hasMessageContaining("secret");
    }

    @Test
    void theServiceLoaderFindsTheKinds() {
        assertThat(ServiceLoader.load(Kinds.class).stream()
                        .map(provider -> provider.get().getClass().getName()))
                .contains(ConsentKinds.class.getName());
    }

    private void received() {
        Provenance provenance = Provenance.builder("shop", people.now).build();
        Provenance guess =
                provenance.toBuilder().assertion(AssertionKind.INFERRED).build();
        people.records.put(
                SHOP,
                SourceRecord.builder(SHOP, provenance)
                        .value(StandardSchema.EMAIL, NEW)
                        .value(StandardSchema.EMAIL, OLD)
                        .value(StandardSchema.PHONE, PHONE)
                        .value(StandardSchema.GENDER, new CodeValue("female"))
                        .value(StandardSchema.USER_ID, new TextValue("u-1"))
                        .value(StandardSchema.LANGUAGE, new CodeValue("ja"), guess, null)
                        .build());
    }

    private Permission mayUse(String attribute) {
        return people.read(work -> people.useGate.mayUse(Use.byHost(HANAKO, attribute, NEWS), work));
    }

    private Permission mayLink() {
        return people.read(work -> people.linkGate.mayLink(SHOP, LETTER, work));
    }

    private ConsentEvent given(RecordId record) {
        return ConsentEvent.given(record, NEWS)
                .at(people.now.minus(Duration.ofDays(1)))
                .build();
    }

    private ConsentEvent withdrawn(RecordId record) {
        return ConsentEvent.withdrawn(record, NEWS).at(people.now).build();
    }
}
