package dev.cdm.consent.analysis;

import static dev.cdm.consent.policy.Case.ADS;
import static dev.cdm.consent.policy.Case.NEWS;
import static dev.cdm.consent.policy.Case.SHOP;
import static dev.cdm.consent.policy.Case.ask;
import static dev.cdm.consent.policy.Case.event;
import static dev.cdm.consent.policy.Case.given;
import static dev.cdm.consent.policy.Case.withdrawn;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.analysis.PolicyAnalysis.Change;
import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Condition.Relation;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.policy.Asking;
import dev.cdm.consent.policy.Case;
import dev.cdm.consent.policy.ConsentQuery;
import dev.cdm.consent.policy.PolicyEngine;
import dev.cdm.consent.policy.RandomCases;
import dev.cdm.core.model.PurposeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class PolicyAnalysisTest {

    private static final PurposeId SALE = new PurposeId("sale");

    private final PolicyAnalysis plain = new PolicyAnalysis(Case.ENGINE);
    private final PolicyAnalysis california =
            new PolicyAnalysis(new PolicyEngine(Case.PURPOSES, List.of(PackFiles.standard("us-california"))));
    private final PolicyAnalysis europe =
            new PolicyAnalysis(new PolicyEngine(Case.PURPOSES, List.of(PackFiles.standard("eu-gdpr"))));

    @Test
    void aRefusalNamesTheCheapestChangeThatPermits() {
        assertThat(change(plain, ask(ADS, 9)))
                .isEqualTo(new Change(List.of("AFFIRMATIVE consent by SELF"), Reason.CONSENT));
        assertThat(change(europe, ask(ADS, 9).region("DE").categories(List.of("health")))
                        .steps())
                .containsExactly("EXPLICIT consent by SELF naming [health]");
        assertThat(change(europe, ask(ADS, 9).region("DE").birthDate(LocalDate.of(2015, 1, 1)))
                        .steps())
                .containsExactly("AFFIRMATIVE consent by GUARDIAN");
        assertThat(change(california, ask(SALE, 9).region("US-CA")).steps()).containsExactly("NOTICE_SERVED = true");
        assertThat(plain.cheapestChange(ask(ADS, 9).build(), history(given(ADS, 0))))
                .isEmpty();
        assertThat(plain.cheapestChange(ask(ADS, 9).build(), history().ofErasedPerson()))
                .isEmpty();
    }

    @Test
    void aConsentAfterAWithdrawalIsAChangeThatPermits() {
        assertThat(plain.cheapestChange(ask(ADS, 9).build(), history(given(ADS, 0), withdrawn(ADS, 5))))
                .isPresent();
    }

    @Property(tries = 300)
    void aChangeNamesAReasonThatPermits(@ForAll long seed) {
        RandomCases random = new RandomCases(seed);
        ConsentQuery query = random.query().build();
        ConsentHistory history = ConsentHistory.of(random.events(5, SHOP));
        plain.cheapestChange(query, history).ifPresent(change -> {
            assertThat(change.reason().permits()).isTrue();
            assertThat(change.steps()).isNotEmpty();
        });
    }

    @Test
    void californiaDemandsAPauseOfTwelveMonthsAfterAnOptOut() {
        ConsentHistory optedOut =
                history(event(EventKind.OPT_OUT, SHOP, SALE, 0).build());
        Asking soon = california.mayAsk(ask(SALE, 9).region("US-CA").build(), optedOut);
        assertThat(soon.permitted()).isFalse();
        assertThat(soon.from()).isEqualTo(Instant.parse("2026-03-01T10:00:00Z"));
        assertThat(soon.rules()).containsExactly("C01");
        assertThat(california
                        .mayAsk(ask(SALE, 525_600).region("US-CA").build(), optedOut)
                        .permitted())
                .isTrue();
        assertThat(california
                        .mayAsk(ask(SALE, 9).region("US-CA").build(), history())
                        .permitted())
                .isTrue();
        assertThat(plain.mayAsk(ask(SALE, 9).build(), optedOut).permitted()).isTrue();
    }

    @Test
    void inCanadaAMessageThatAsksIsAMessageItself() {
        PolicyAnalysis canada =
                new PolicyAnalysis(new PolicyEngine(Case.PURPOSES, List.of(PackFiles.standard("canada"))));
        ConsentQuery.Builder byMail = ask(NEWS, 9).region("CA").channel(Channel.EMAIL);
        assertThat(canada.mayAsk(byMail.build(), history())).isEqualTo(new Asking(false, null, List.of("K01")));
        assertThat(canada.mayAsk(ask(NEWS, 9).region("CA").build(), history()).permitted())
                .isTrue();
        assertThat(canada.mayAsk(ask(NEWS, 9).region("CA").channel(Channel.POST).build(), history())
                        .permitted())
                .isTrue();
        Facts bought = Facts.builder()
                .relation(Relation.SALE, LocalDate.of(2024, 12, 1))
                .build();
        assertThat(canada.mayAsk(byMail.facts(bought).build(), history()).permitted())
                .isTrue();
        assertThat(plain.mayAsk(byMail.build(), history()).permitted()).isTrue();
    }

    @Test
    void aRestrictedPersonIsNotAsked() {
        ConsentHistory restricted = history(
                event(EventKind.RESTRICTED, SHOP, ConsentEvent.EVERY_PURPOSE, 0).build());
        assertThat(plain.mayAsk(ask(ADS, 9).build(), restricted)).isEqualTo(new Asking(false, null, List.of()));
    }

    private static Change change(PolicyAnalysis analysis, ConsentQuery.Builder query) {
        return analysis.cheapestChange(query.build(), history()).orElseThrow();
    }

    private static ConsentHistory history(ConsentEvent... events) {
        return ConsentHistory.of(List.of(events));
    }
}
