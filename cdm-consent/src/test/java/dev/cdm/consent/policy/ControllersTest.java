package dev.cdm.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.compiled.CompiledPolicy;
import dev.cdm.consent.ledger.ConsentEvent;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.ledger.EventKind;
import dev.cdm.consent.pack.Reason;
import dev.cdm.consent.purpose.LegalBasis;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said to one controller does not serve another; what forbids everybody binds each. */
class ControllersTest {

    private static final PolicyEngine NAMELESS = Case.ENGINE;
    private static final PolicyEngine ACME = Case.ENGINE.withController("acme");

    @Test
    void aGrantServesTheControllerItNamesAndNoOther() {
        List<ConsentEvent> given = List.of(event(EventKind.GIVEN, "acme", 1));
        assertThat(ask(ACME, "", given)).isEqualTo(Reason.CONSENT);
        assertThat(ask(NAMELESS, "acme", given)).isEqualTo(Reason.CONSENT);
        assertThat(ask(ACME, "other", given)).isEqualTo(Reason.NOT_COVERED);
        assertThat(ask(NAMELESS, "other", given)).isEqualTo(Reason.NOT_COVERED);
    }

    @Test
    void aGrantThatNamesNobodyServesTheHost() {
        List<ConsentEvent> given = List.of(event(EventKind.GIVEN, "", 1));
        assertThat(ask(ACME, "", given)).isEqualTo(Reason.CONSENT);
        assertThat(ask(ACME, "acme", given)).isEqualTo(Reason.CONSENT);
        assertThat(ask(NAMELESS, "", given)).isEqualTo(Reason.CONSENT);
        assertThat(ask(NAMELESS, "acme", given)).isEqualTo(Reason.NOT_COVERED);
    }

    @Test
    void aDenialBindsTheControllerItNamesAndEverybodyIfItNamesNone() {
        ConsentEvent given = event(EventKind.GIVEN, "acme", 1);
        assertThat(ask(ACME, "", List.of(given, event(EventKind.WITHDRAWN, "other", 2))))
                .isEqualTo(Reason.CONSENT);
        assertThat(ask(ACME, "", List.of(given, event(EventKind.WITHDRAWN, "acme", 2))))
                .isEqualTo(Reason.WITHDRAWN);
        assertThat(ask(ACME, "", List.of(given, event(EventKind.WITHDRAWN, "", 2))))
                .isEqualTo(Reason.WITHDRAWN);
    }

    @Test
    void ofAHostWithoutANameEveryDenialBindsAndNoOtherControllersGrantLiftsIt() {
        ConsentEvent given = event(EventKind.GIVEN, "acme", 3);
        assertThat(ask(NAMELESS, "", List.of(given))).isEqualTo(Reason.CONSENT);
        assertThat(ask(NAMELESS, "", List.of(event(EventKind.WITHDRAWN, "acme", 2), given)))
                .isEqualTo(Reason.CONSENT);
        assertThat(ask(NAMELESS, "", List.of(event(EventKind.WITHDRAWN, "", 2), given)))
                .isEqualTo(Reason.CONSENT);
        assertThat(ask(NAMELESS, "", List.of(event(EventKind.WITHDRAWN, "other", 2), given)))
                .isEqualTo(Reason.WITHDRAWN);
    }

    @Test
    void ofAHostWithoutANameGrantsToDifferentControllersDoNotCount() {
        ConsentEvent acme = event(EventKind.GIVEN, "acme", 1);
        ConsentEvent other = event(EventKind.GIVEN, "other", 2);
        assertThat(ask(NAMELESS, "", List.of(acme, other))).isEqualTo(Reason.NOT_COVERED);
        assertThat(ask(NAMELESS, "", List.of(acme, other, event(EventKind.GIVEN, "", 3))))
                .isEqualTo(Reason.CONSENT);
        assertThat(ask(NAMELESS, "other", List.of(acme, other))).isEqualTo(Reason.CONSENT);
    }

    @Test
    void aRestrictionIsLiftedByTheControllerItBinds() {
        ConsentEvent contract = ConsentEvent.groundStarted(Case.SHOP, Case.ORDER, LegalBasis.CONTRACT)
                .at(Case.minute(1))
                .controller("acme")
                .build();
        ConsentEvent restricted = order(EventKind.RESTRICTED, "acme", 2);
        assertThat(order(List.of(contract, restricted))).isEqualTo(Reason.RESTRICTED);
        assertThat(order(List.of(contract, restricted, order(EventKind.RESTRICTION_LIFTED, "other", 3))))
                .isEqualTo(Reason.RESTRICTED);
        assertThat(order(List.of(contract, restricted, order(EventKind.RESTRICTION_LIFTED, "acme", 3))))
                .isEqualTo(Reason.GROUND);
        assertThat(order(List.of(contract, restricted, order(EventKind.RESTRICTION_LIFTED, "", 3))))
                .isEqualTo(Reason.GROUND);
    }

    @Test
    void aDecisionThatWouldBePermittedNamesTheControllerInItsCheapestChange() {
        ConsentQuery query = Case.ask(Case.ADS, 9).controller("other").build();
        PolicyAnalysis analysis = new PolicyAnalysis(ACME);
        assertThat(analysis.cheapestChange(query, ConsentHistory.of(List.of(event(EventKind.GIVEN, "acme", 1)))))
                .isPresent();
    }

    private static Reason order(List<ConsentEvent> events) {
        return ask(ACME, Case.ask(Case.ORDER, 9).build(), events);
    }

    private static ConsentEvent order(EventKind kind, String controller, long minute) {
        return Case.event(kind, Case.SHOP, Case.ORDER, minute)
                .controller(controller)
                .build();
    }

    private static ConsentEvent event(EventKind kind, String controller, long minute) {
        return Case.event(kind, Case.SHOP, Case.ADS, minute)
                .controller(controller)
                .build();
    }

    private static Reason ask(PolicyEngine engine, String controller, List<ConsentEvent> events) {
        return ask(engine, Case.ask(Case.ADS, 9).controller(controller).build(), events);
    }

    private static Reason ask(PolicyEngine engine, ConsentQuery query, List<ConsentEvent> events) {
        ConsentHistory history = ConsentHistory.of(events);
        Reason reason = engine.decide(query, history).reason();
        CompiledPolicy compiled = new CompiledPolicy(engine);
        assertThat(compiled.answer(
                        compiled.question(query), compiled.subject(history, query.zone()), query.effectiveAt()))
                .isEqualTo(reason);
        return reason;
    }
}
