package dev.cdm.consent.policy;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cdm.consent.contact.Channel;
import dev.cdm.consent.json.PackFiles;
import dev.cdm.consent.ledger.ConsentHistory;
import dev.cdm.consent.pack.Facts;
import dev.cdm.consent.pack.Obligation;
import dev.cdm.consent.pack.Pack;
import dev.cdm.consent.pack.Reason;
import java.util.List;
import org.junit.jupiter.api.Test;

class HostPolicyTest {

    private static final Pack HOST = PackFiles.parse("""
            {"id":"host","version":"3","title":"Our policy","regions":["*"],"otherwise":"ABSTAINS","rules":[
              {"id":"H1","title":"no calls","cite":["policy 4"],"verified":true,
               "when":{"channel":["LIVE_CALL"]},"needs":{"hostForbids":true}},
              {"id":"H2","title":"capped","cite":["policy 5"],"verified":true,"obligations":["FREQUENCY_CAP"]}]}""");

    private final PolicyEngine engine = new PolicyEngine(Case.PURPOSES, List.of(HOST));
    private final ConsentHistory given = ConsentHistory.of(List.of(Case.given(Case.ADS, 0)));

    @Test
    void aPolicyOfTheHostForbidsWhatTheLawPermits() {
        Decision decision =
                engine.decide(Case.ask(Case.ADS, 1).channel(Channel.LIVE_CALL).build(), given);
        assertThat(decision.reason()).isEqualTo(Reason.HOST_FORBIDS);
        assertThat(decision.rules()).contains("H1");
        assertThat(decision.packs()).containsExactly("host@3");
    }

    @Test
    void aPolicyOfTheHostDoesNotStandInForAGround() {
        ConsentQuery query = Case.ask(Case.ADS, 1).channel(Channel.EMAIL).build();
        assertThat(engine.decide(query, ConsentHistory.empty()).reason()).isEqualTo(Reason.NO_LEGAL_GROUND);
        Decision permitted = engine.decide(query, given);
        assertThat(permitted.permitted()).isTrue();
        assertThat(permitted.obligations()).containsExactly(Obligation.FREQUENCY_CAP);
        Facts reached = Facts.builder().capReached().build();
        assertThat(engine.decide(query.toBuilder().facts(reached).build(), given)
                        .reason())
                .isEqualTo(Reason.FREQUENCY_CAP);
    }
}
