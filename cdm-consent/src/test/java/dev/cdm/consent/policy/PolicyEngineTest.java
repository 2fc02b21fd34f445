package dev.cdm.consent.policy;

import static dev.cdm.consent.policy.Case.ADS;
import static dev.cdm.consent.policy.Case.ALL;
import static dev.cdm.consent.policy.Case.BOTH;
import static dev.cdm.consent.policy.Case.CONFIRMED;
import static dev.cdm.consent.policy.Case.NEWS;
import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.WEB;
import static dev.cdm.consent.policy.Case.ask;
import static dev.cdm.consent.policy.Case.at;
import static dev.cdm.consent.policy.Case.decide;
import static dev.cdm.consent.policy.Case.event;
import static dev.cdm.consent.policy.Case.given;
import static dev.cdm.consent.policy.Case.minute;
import static dev.cdm.consent.policy.Case.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentEvent.Assurance;
import dev.cdm.consent.ledger.ConsentEvent.Method;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Fact;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import dev.cdm.consent.purpose.Purpose;
import dev.cdm.consent.purpose.Purposes;
import dev.cdm.consent.recipient.Recipient;
import dev.cdm.consent.recipient.Recipient.Role;
import dev.cdm.consent.recipient.Recipients;
import dev.cdm.core.model.PurposeId;
import dev.cdm.core.model.RecipientId;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyEngineTest {

    @Test
    void nothingRecordedIsNo() {
        Decision decision = at(NEWS, 0);
        assertThat(decision.reason()).isEqualTo(Reason.NO_LEGAL_GROUND);
        assertThat(decision.explain(Locale.ENGLISH)).isEqualTo("no legal ground for news is recorded");
        assertThat(decision.explain(Locale.JAPAN)).contains("news").contains("法的根拠");
    }

    @Test
    void aConsentPermitsFromWhenItWasGivenUntilItExpires() {
        ConsentEvent grant = given(NEWS, 0);
        Decision decision = at(NEWS, 1, grant);
        assertThat(decision.permitted()).isTrue();
        assertThat(decision.ground()).contains(LegalBasis.CONSENT);
        assertThat(decision.events()).containsExactly(grant.id());
        assertThat(decision.validUntil()).isEqualTo(Instant.parse("2027-03-01T10:00:00Z"));
        assertThat(at(NEWS, -1, grant).reason()).isEqualTo(Reason.NOT_YET_EFFECTIVE);
    }

    @Test
    void calendarPeriodsCountInThePersonsZoneAndEndExclusively() {
        ConsentEvent grant = ConsentEvent.given(SHOP, NEWS)
                .at(Instant.parse("2024-02-29T22:30:00Z"))
                .build();
        ZoneId tokyo = ZoneId.of("Asia/Tokyo");
        Instant end = Instant.parse("2026-02-28T22:30:00Z");
        assertThat(zoned(grant, end.minusMillis(1), ZoneId.of("UTC")).permitted())
                .isTrue();
        assertThat(zoned(grant, end, ZoneId.of("UTC")).reason()).isEqualTo(Reason.EXPIRED);
        assertThat(zoned(grant, end, tokyo).reason()).isEqualTo(Reason.EXPIRED);
        ConsentEvent summer = ConsentEvent.given(SHOP, NEWS)
                .at(Instant.parse("2023-03-26T01:30:00Z"))
                .build();
        Instant nextSpring = Instant.parse("2025-03-26T02:30:00Z");
        assertThat(zoned(summer, nextSpring.minusMillis(1), ZoneId.of("Europe/Berlin"))
                        .permitted())
                .isTrue();
        assertThat(zoned(summer, nextSpring, ZoneId.of("Europe/Berlin")).permitted())
                .isFalse();
    }

    @Test
    void aWithdrawalEndsAConsentAndLeavesThePastAlone() {
        ConsentEvent grant = given(NEWS, 0);
        ConsentEvent withdrawal = withdrawn(NEWS, 5);
        assertThat(at(NEWS, 4, grant, withdrawal).permitted()).isTrue();
        Decision after = at(NEWS, 5, grant, withdrawal);
        assertThat(after.reason()).isEqualTo(Reason.WITHDRAWN);
        assertThat(after.events()).containsExactly(withdrawal.id());
    }

    @Test
    void aWithdrawalByASlowClockIsNotBeatenByTheGrantBeforeIt() {
        ConsentEvent grant = given(NEWS, 5);
        ConsentEvent withdrawal =
                event(EventKind.WITHDRAWN, WEB, NEWS, -50).received(minute(10)).build();
        assertThat(at(NEWS, 20, grant, withdrawal).reason()).isEqualTo(Reason.WITHDRAWN);
        ConsentEvent naming = event(EventKind.GIVEN, SHOP, NEWS, 5)
                .supersedes(List.of(withdrawal.id()))
                .build();
        assertThat(at(NEWS, 20, naming, withdrawal).permitted()).isTrue();
    }

    @Test
    void aLaterConsentOfLowerAssuranceDoesNotLiftAWithdrawal() {
        ConsentEvent withdrawal = event(EventKind.WITHDRAWN, SHOP, NEWS, 0)
                .assurance(Assurance.SUBSTANTIAL)
                .build();
        ConsentEvent weak =
                event(EventKind.GIVEN, WEB, NEWS, 5).assurance(Assurance.LOW).build();
        ConsentEvent strong =
                event(EventKind.GIVEN, WEB, NEWS, 5).assurance(Assurance.HIGH).build();
        assertThat(at(NEWS, 9, withdrawal, weak).reason()).isEqualTo(Reason.WITHDRAWN);
        assertThat(at(NEWS, 9, withdrawal, strong).permitted()).isTrue();
    }

    @Test
    void aGrantCoversBelowOnlyWhatItsNoticeNamedOnEveryPath() {
        ConsentEvent unnamed = given(ALL, 0);
        ConsentEvent news =
                event(EventKind.GIVEN, SHOP, NEWS, 0).covering(List.of(BOTH)).build();
        ConsentEvent ads =
                event(EventKind.GIVEN, SHOP, ADS, 0).covering(List.of(BOTH)).build();
        assertThat(at(BOTH, 1, unnamed).permitted()).isFalse();
        assertThat(at(BOTH, 1, news).permitted()).isFalse();
        assertThat(at(BOTH, 1, news, ads).permitted()).isTrue();
        assertThat(at(BOTH, 1, given(BOTH, 0)).permitted()).isTrue();
    }

    @Test
    void aDenialFlowsDownAndIsLiftedBelowOnlyByALaterGrantThatNamesIt() {
        ConsentEvent denial = withdrawn(ALL, 0);
        ConsentEvent later = given(BOTH, 5);
        ConsentEvent naming = event(EventKind.GIVEN, SHOP, BOTH, 5)
                .supersedes(List.of(denial.id()))
                .build();
        ConsentEvent earlierNaming = event(EventKind.GIVEN, SHOP, BOTH, -5)
                .supersedes(List.of(denial.id()))
                .build();
        assertThat(at(BOTH, 9, later, denial).reason()).isEqualTo(Reason.WITHDRAWN);
        assertThat(at(BOTH, 9, naming, denial).permitted()).isTrue();
        assertThat(at(BOTH, 9, earlierNaming, denial).permitted()).isFalse();
    }

    @Test
    void silenceIsNoAgreement() {
        for (Method method : List.of(Method.SILENCE, Method.PRE_TICKED, Method.BUNDLED, Method.CONDITIONAL)) {
            ConsentEvent event =
                    event(EventKind.GIVEN, SHOP, NEWS, 0).method(method).build();
            assertThat(at(NEWS, 1, event).reason()).isEqualTo(Reason.NOT_AN_AGREEMENT);
        }
    }

    @Test
    void aSpecialCategoryMustBeNamed() {
        ConsentEvent plain = given(ADS, 0);
        ConsentEvent named = event(EventKind.GIVEN, SHOP, ADS, 0)
                .categories(List.of("health"))
                .build();
        assertThat(decide(ask(ADS, 1).categories(List.of("health")), plain).reason())
                .isEqualTo(Reason.NOT_COVERED);
        assertThat(decide(ask(ADS, 1).categories(List.of("health")), named).permitted())
                .isTrue();
        assertThat(decide(ask(ADS, 1).categories(List.of("purchase")), plain).permitted())
                .isTrue();
    }

    @Test
    void whatIsSaidOfOneAddressStaysThere() {
        ConsentEvent grant = given(ADS, 0);
        ConsentEvent unsubscribed = event(EventKind.OPT_OUT, WEB, ADS, 5)
                .channel(Channel.EMAIL)
                .contactPoint("old@example.org")
                .build();
        assertThat(decide(ask(ADS, 9), grant, unsubscribed).permitted()).isTrue();
        assertThat(decide(ask(ADS, 9).contactPoint("new@example.org"), grant, unsubscribed)
                        .permitted())
                .isTrue();
        assertThat(decide(ask(ADS, 9).contactPoint("old@example.org"), grant, unsubscribed)
                        .reason())
                .isEqualTo(Reason.OPTED_OUT);
        assertThat(decide(ask(ADS, 9).channel(Channel.EMAIL), grant, unsubscribed)
                        .permitted())
                .isFalse();
    }

    @Test
    void aGrantForOneChannelDoesNotReachTheOthers() {
        ConsentEvent email =
                event(EventKind.GIVEN, SHOP, ADS, 0).channel(Channel.EMAIL).build();
        assertThat(decide(ask(ADS, 1).channel(Channel.EMAIL), email).permitted())
                .isTrue();
        assertThat(decide(ask(ADS, 1).channel(Channel.SMS), email).permitted()).isFalse();
        assertThat(decide(ask(ADS, 1), email).reason()).isEqualTo(Reason.NOT_COVERED);
    }

    @Test
    void anUnconfirmedConsentIsPendingWhereConfirmationIsNeeded() {
        ConsentEvent given = given(CONFIRMED, 0);
        ConsentEvent confirmed = event(EventKind.CONFIRMED, SHOP, CONFIRMED, 7)
                .supersedes(List.of(given.id()))
                .build();
        assertThat(at(CONFIRMED, 5, given).reason()).isEqualTo(Reason.PENDING_CONFIRMATION);
        assertThat(at(CONFIRMED, 7, given, confirmed).permitted()).isTrue();
        assertThat(at(ADS, 5, event(EventKind.REQUESTED, SHOP, ADS, 0).build()).reason())
                .isEqualTo(Reason.PENDING_CONFIRMATION);
    }

    @Test
    void whatIsNotRegisteredIsNotPermitted() {
        assertThat(at(new PurposeId("unknown"), 0).reason()).isEqualTo(Reason.UNKNOWN_PURPOSE);
        assertThat(decide(ask(ADS, 1).categories(List.of("aura")), given(ADS, 0))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_CATEGORY);
        assertThat(decide(ask(ADS, 1).recipient(new RecipientId("broker")), given(ADS, 0))
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RECIPIENT);
    }

    @Test
    void anErasedPersonAndASuppressedContactAreRefused() {
        ConsentHistory history = ConsentHistory.of(List.of(given(ADS, 0)));
        ConsentQuery query = ask(ADS, 1).contactPoint("old@example.org").build();
        assertThat(Case.ENGINE.decide(query, history.ofErasedPerson()).reason()).isEqualTo(Reason.ERASED);
        assertThat(Case.ENGINE.decide(query, history.withSuppressedContact()).reason())
                .isEqualTo(Reason.SUPPRESSED);
        assertThat(Case.ENGINE
                        .decide(ask(ADS, 1).build(), history.withSuppressedContact())
                        .permitted())
                .isTrue();
    }

    @Test
    void whatWasKnownThenIsAnsweredAsThen() {
        ConsentHistory log = ConsentHistory.inLogOrder(List.of(given(ADS, 0), withdrawn(ADS, 5)));
        assertThat(Case.ENGINE.decide(ask(ADS, 9).knownAt(1).build(), log).permitted())
                .isTrue();
        assertThat(Case.ENGINE
                        .decide(ask(ADS, 9).knownAt(minute(4)).build(), log)
                        .permitted())
                .isTrue();
        assertThat(Case.ENGINE
                        .decide(ask(ADS, 9).knownAt(minute(5)).build(), log)
                        .reason())
                .isEqualTo(Reason.WITHDRAWN);
        assertThat(Case.ENGINE.decide(ask(ADS, 9).build(), log).position()).isEqualTo(2);
        assertThat(at(ADS, 9, given(ADS, 0)).provisional()).isTrue();
    }

    @Test
    void aRegisterOfRecipientsIsAskedAndAGroupAllowsItsMembers() {
        RecipientId mailers = new RecipientId("mailers");
        RecipientId mailer = new RecipientId("mailer");
        RecipientId partner = new RecipientId("partner");
        Purposes purposes = Purposes.of(Purpose.builder("ads", "Ads")
                .recipients(mailers, new RecipientId("ghost"))
                .build());
        PolicyEngine engine = new PolicyEngine(purposes)
                .withRecipients(Recipients.of(List.of(
                        new Recipient(mailer, "Mailer", "IE", Role.PROCESSOR, Set.of(mailers)),
                        new Recipient(mailers, "Mailers", "", Role.PROCESSOR),
                        new Recipient(partner, "Partner", "US", Role.THIRD_PARTY))));
        ConsentHistory given = ConsentHistory.of(List.of(given(ADS, 0)));
        assertThat(engine.decide(ask(ADS, 1).recipient(mailer).build(), given).permitted())
                .isTrue();
        assertThat(engine.decide(ask(ADS, 1).recipient(mailers).build(), given).permitted())
                .isTrue();
        assertThat(engine.decide(ask(ADS, 1).recipient(partner).build(), given).reason())
                .isEqualTo(Reason.RECIPIENT_NOT_ALLOWED);
        assertThat(engine.decide(ask(ADS, 1).recipient(new RecipientId("ghost")).build(), given)
                        .reason())
                .isEqualTo(Reason.UNKNOWN_RECIPIENT);
    }

    @Test
    void aPermissionHoldsNoLongerThanItIsFresh() {
        PolicyEngine fresh = Case.ENGINE.withFreshness(Duration.ofMinutes(5));
        ConsentEvent lasting = given(NEWS, 0);
        ConsentEvent ending =
                event(EventKind.GIVEN, SHOP, NEWS, 0).expires(minute(3)).build();
        assertThat(fresh.decide(ask(NEWS, 1).build(), ConsentHistory.of(List.of(lasting)))
                        .validUntil())
                .isEqualTo(minute(6));
        assertThat(fresh.decide(ask(NEWS, 1).build(), ConsentHistory.of(List.of(ending)))
                        .validUntil())
                .isEqualTo(minute(3));
        assertThat(fresh.decide(ask(NEWS, 1).build(), ConsentHistory.empty()).validUntil())
                .isNull();
        assertThatThrownBy(() -> fresh.withFreshness(Duration.ZERO)).hasMessageContaining("`longest`");
    }

    @Test
    void aDecisionIsReplayedToTheSameBytes() {
        List<ConsentEvent> log = List.of(given(ADS, 0), withdrawn(ADS, 5));
        ConsentQuery query = ask(ADS, 9).build();
        Decision then = Case.ENGINE.decide(query, ConsentHistory.inLogOrder(log.subList(0, 1)));
        assertThat(Case.ENGINE.replay(then, query, ConsentHistory.inLogOrder(log)))
                .isEqualTo(then);
        Decision provisional = Case.ENGINE.decide(query, ConsentHistory.of(log));
        assertThatThrownBy(() -> Case.ENGINE.replay(provisional, query, ConsentHistory.of(log)))
                .hasMessageContaining("provisional");
        PolicyEngine other = new PolicyEngine(Case.PURPOSES, List.of(PackFiles.standard("eu-gdpr")));
        assertThatThrownBy(() -> other.replay(then, query, ConsentHistory.inLogOrder(log)))
                .hasMessageContaining("packs");
    }

    @Test
    void aSignalThatIsNoneCountsAsAbsentAndIsTold() {
        PolicyEngine california = new PolicyEngine(Case.PURPOSES, List.of(PackFiles.standard("us-california")));
        Facts served = Facts.builder().flag(Fact.NOTICE_SERVED, true).build();
        ConsentQuery.Builder sale =
                ask(new PurposeId("sale"), 1).region("US-CA").facts(served);
        assertThat(california
                        .decide(sale.gpc("1").build(), ConsentHistory.empty())
                        .reason())
                .isEqualTo(Reason.OPTED_OUT);
        for (String value : List.of("0", "true", "1 ", "01")) {
            Decision decision = california.decide(sale.gpc(value).build(), ConsentHistory.empty());
            assertThat(decision.permitted()).as(value).isTrue();
            assertThat(decision.detail()).isEqualTo("ignored signal gpc");
        }
        assertThat(california
                        .decide(sale.gpc("").build(), ConsentHistory.empty())
                        .detail())
                .isEmpty();
    }

    @Test
    void theUnionAndCustomaryCodesAreRegions() {
        PolicyEngine europe =
                new PolicyEngine(Case.PURPOSES, List.of(PackFiles.standard("eu-gdpr"), PackFiles.standard("uk")));
        assertThat(europe.decide(ask(ADS, 1).region("EU").build(), ConsentHistory.empty())
                        .packs())
                .containsExactly("eu-gdpr@1");
        assertThat(europe.decide(ask(ADS, 1).region("UK").build(), ConsentHistory.empty())
                        .packs())
                .containsExactly("uk@1");
        Pack gdpr = PackFiles.standard("eu-gdpr");
        LocalDate day = LocalDate.of(2025, 1, 1);
        assertThat(gdpr.ageOfConsent("EU", day)).isEqualTo(16);
        assertThat(gdpr.ageOfConsent("ES-MD", day)).isEqualTo(14);
        assertThat(gdpr.ageOfConsent("DK", LocalDate.of(2023, 12, 31))).isEqualTo(13);
        assertThat(gdpr.ageOfConsent("DK", day)).isEqualTo(15);
    }

    private static Decision zoned(ConsentEvent event, Instant time, ZoneId zone) {
        return decide(ConsentQuery.about("p-1", NEWS, time).zone(zone), event);
    }
}
